package eu.tremplin.benchmark;

import eu.tremplin.browser.PageLoad;
import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Measures the packaged application in a process of its own, with the durable database it brings. Commands per second
 * stand beside the transactions per second that pgbench reaches on the same server in the same minutes.
 */
@ResourceLock(Figures.MACHINE)
class SpeedAndSizeBenchmark {

    private static final System.Logger LOG = System.getLogger(SpeedAndSizeBenchmark.class.getName());

    private static final int LAG_EVENTS_PER_SECOND = 1_000;

    private static final int ENGINE_CLIENTS = 64;

    private final Settings settings = Settings.fromSystemProperties();
    private final Figures figures = Figures.ofThisRun();

    @Test
    void measuresCommandsBesidePgbench() throws Exception {
        // Before anything else: without it an hour's work would have nothing to be held against.
        Pgbench.find();
        try (var plain = RunningTremplin.packaged("plain", settings.jar(), List.of())) {
            plain.start().stop();
            measureStart(plain, "start_without_cache_seconds");
        }
        var installation = Installation.from(
                settings.jar(), settings.root().resolve("target").resolve("benchmark"), this::importRegister);
        try (var tremplin = installation.run("benchmark")) {
            tremplin.start();
            measureImport(tremplin);
            tremplin.stop();
            measureStart(tremplin, "start_seconds");
            figures.put("idle_heap_mb", HeapInUse.megabytes(tremplin.pid()));
            measureCommands(tremplin);
            measureEngine(Server.in(tremplin.home()));
            measureLag(tremplin);
        }
        measureDemonstration();
        figures.put("load_generator", LoadGenerator.NAME);
        figures.put("clients", settings.clients());
        figures.put("rounds", settings.rounds());
        figures.put("round_seconds", settings.round().toSeconds());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.write(settings.root());
        LOG.log(System.Logger.Level.INFO, figures.toString());
    }

    private void measureImport(RunningTremplin tremplin) throws Exception {
        var copied = new CopiedLog(Server.in(tremplin.home()));
        long head = copied.head();
        long begin = System.nanoTime();
        importRegister(tremplin);
        double seconds = secondsSince(begin);
        figures.put("import_seconds", seconds);
        figures.put("import_ratio_copy", copied.secondsBehind(head) / seconds);
    }

    private void importRegister(RunningTremplin tremplin) throws IOException {
        var register = StartupRegister.near(settings.root());
        var files = new LinkedHashMap<String, byte[]>();
        files.put("file", register.csv().getBytes(StandardCharsets.UTF_8));
        files.put(
                "mapping",
                Files.readAllBytes(
                        settings.root().resolve("docs").resolve("import").resolve("y-combinator.json")));
        var answer = tremplin.as("staff").upload("/api/imports", files).expect(200);
        int accountedFor = answer.json().path("imported").asInt()
                + answer.json().path("alreadyThere").asInt()
                + answer.json().path("refused").asInt();
        if (accountedFor != StartupRegister.ROWS) {
            throw new IllegalStateException("Not all rows are accounted for: " + answer);
        }
        figures.put("import_file", register.origin());
    }

    /** From nothing to the first accepted command, on a home that exists. */
    private void measureStart(RunningTremplin tremplin, String figure) {
        var starts = new ArrayList<Double>();
        for (int start = 1; start <= settings.starts(); start++) {
            if (start > 1) {
                tremplin.stop();
            }
            Caller staff = tremplin.as("staff");
            long begin = System.nanoTime();
            tremplin.launch();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .ignoreExceptionsInstanceOf(java.io.UncheckedIOException.class)
                    .until(() -> staff.post("/api/startups", "{\"name\":\"First after the start\"}")
                                    .status()
                            == 201);
            starts.add(secondsSince(begin));
        }
        figures.put(figure, Figures.median(starts));
    }

    private void measureCommands(RunningTremplin tremplin) throws Exception {
        var server = Server.in(tremplin.home());
        new LimitDatabase(server).create(settings.streams(), settings.streamLength());
        var pgbench = Pgbench.on(server, LimitDatabase.NAME);
        var load = new LoadGenerator(tremplin.uri(), settings.clients());
        var commands = new Commands(tremplin.uri(), tremplin.as("staff").authorization());

        load.run(commands.registrations(), settings.warmUp());
        var newStreams = new Rounds();
        for (int round = 0; round < settings.rounds(); round++) {
            newStreams.add(
                    load.run(commands.registrations(), settings.round()),
                    pgbench.run(LimitDatabase.INSERT, settings.clients(), settings.round()));
        }
        newStreams.putInto(figures, "command_new", "pgbench_insert_tps");

        var startups = new ArrayList<String>();
        load.run(commands.registrations(settings.streams(), startups));
        load.run(commands.outcomesOfEach(startups, settings.streamLength() - 1));
        String readAndInsert = LimitDatabase.READ_AND_INSERT.formatted(settings.streams(), settings.streamLength());
        var existingStreams = new Rounds();
        for (int round = 0; round < settings.rounds(); round++) {
            existingStreams.add(
                    load.run(commands.outcomesOfAny(startups, new Random(round)), settings.round()),
                    pgbench.run(readAndInsert, settings.clients(), settings.round()));
        }
        existingStreams.putInto(figures, "command_existing", "pgbench_read_insert_tps");
        figures.put("command_p99_ms", Math.max(newStreams.p99Millis(), existingStreams.p99Millis()));
    }

    /** The store alone, in this process, beside the same insert as for commands on new streams. */
    private void measureEngine(Server server) throws Exception {
        var pgbench = Pgbench.on(server, LimitDatabase.NAME);
        var rounds = new Rounds();
        try (var engine = new EngineAppends(server)) {
            engine.run(ENGINE_CLIENTS, settings.round());
            for (int round = 0; round < settings.rounds(); round++) {
                rounds.add(
                        engine.run(ENGINE_CLIENTS, settings.round()),
                        pgbench.run(LimitDatabase.INSERT, ENGINE_CLIENTS, settings.round()));
            }
        }
        rounds.putInto(figures, "engine", "pgbench_insert_64_tps");
    }

    /** From append to row, on an application that is warm. */
    private void measureLag(RunningTremplin tremplin) throws Exception {
        var lag = new ProjectionLag(Server.in(tremplin.home()));
        var rounds = new ArrayList<Load>();
        for (int round = 0; round < settings.rounds(); round++) {
            rounds.add(lag.measure(LAG_EVENTS_PER_SECOND, settings.round()));
            LOG.log(
                    System.Logger.Level.INFO,
                    "lag at {0} events/s: p50 {1} ms, p99 {2} ms",
                    rounds.getLast().perSecond(),
                    rounds.getLast().percentileMillis(0.50),
                    rounds.getLast().percentileMillis(0.99));
        }
        putMedian("lag_events_per_second", rounds, Load::perSecond);
        putMedian("lag_p50_ms", rounds, round -> round.percentileMillis(0.50));
        putMedian("lag_p99_ms", rounds, round -> round.percentileMillis(0.99));
    }

    /**
     * What a newcomer waits for: from the start on a bare home until the story has been played, and then for the page.
     */
    private void measureDemonstration() {
        var seconds = new ArrayList<Double>();
        for (int start = 0; start < settings.starts(); start++) {
            try (var demonstration = RunningTremplin.packaged(
                    "demonstration", settings.jar(), List.of(), Map.of("SPRING_PROFILES_ACTIVE", "demo"))) {
                long begin = System.nanoTime();
                demonstration.start();
                seconds.add(secondsSince(begin));
                if (start == 0 && PageLoad.canBeMeasured()) {
                    var page = PageLoad.ofOverview(demonstration);
                    figures.put("page_first_paint_ms", page.firstPaintMillis());
                    figures.put("page_transferred_kb", page.transferredBytes() / 1000.0);
                }
            }
        }
        figures.put("demonstration_ready_seconds", Figures.median(seconds));
    }

    private void putMedian(String figure, List<Load> rounds, ToDoubleFunction<Load> of) {
        figures.put(
                figure, Figures.median(rounds.stream().map(of::applyAsDouble).toList()));
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    /** Rounds of one command and of its limit, taken in turn. */
    private static final class Rounds {

        private final List<Load> loads = new ArrayList<>();
        private final List<Double> limits = new ArrayList<>();

        void add(Load load, double limit) {
            loads.add(load);
            limits.add(limit);
            LOG.log(
                    System.Logger.Level.INFO,
                    "commands {0}/s, p50 {1} ms, p99 {2} ms; pgbench {3}/s",
                    load.perSecond(),
                    load.percentileMillis(0.50),
                    load.percentileMillis(0.99),
                    limit);
        }

        double p99Millis() {
            return median(load -> load.percentileMillis(0.99));
        }

        void putInto(Figures figures, String command, String limit) {
            double perSecond = median(Load::perSecond);
            double limitPerSecond = Figures.median(limits);
            figures.put(command + "_ratio", perSecond / limitPerSecond);
            figures.put(command + "_per_second", perSecond);
            figures.put(limit, limitPerSecond);
            figures.put(command + "_p50_ms", median(load -> load.percentileMillis(0.50)));
            figures.put(command + "_p99_ms", p99Millis());
        }

        private double median(ToDoubleFunction<Load> figure) {
            return Figures.median(loads.stream().map(figure::applyAsDouble).toList());
        }
    }
}
