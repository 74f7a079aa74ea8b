package eu.tremplin.benchmark;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.testing.LogCopy;
import eu.tremplin.application.testing.SizedCipher;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a long log costs: the same commands, the same rebuild and the same heap at several lengths of one log, which is
 * filled by COPY while the application is stopped. {@code mvn verify -Pbenchmark,growth}.
 */
@ResourceLock(Figures.MACHINE)
class GrowthBenchmark {

    private static final System.Logger LOG = System.getLogger(GrowthBenchmark.class.getName());
    private static final List<Long> LENGTHS = lengths();
    private static final String REBUILT = "worklist";
    private static final int STREAMS = 1_000;
    private static final Duration LONGEST_REBUILD = Duration.ofMinutes(20);

    private final Settings settings = Settings.fromSystemProperties();
    private final Figures figures = Figures.ofThisRun();
    private final List<Long> events = new ArrayList<>();
    private final List<Double> newMillis = new ArrayList<>();
    private final List<Double> existingMillis = new ArrayList<>();
    private final List<Double> rebuildSeconds = new ArrayList<>();
    private final List<Double> heapMegabytes = new ArrayList<>();

    @Test
    void measuresCommandsRebuildAndHeapAsTheLogGrows() throws Exception {
        var codec = new EventCodec(DomainJson.eventMapper(new SizedCipher()), EventTypes.all());
        try (var database = TestDatabase.create()) {
            var log = new LogCopy(codec, new TypeDictionary(codec), 1);
            var tremplin = RunningTremplin.packaged("growth", settings.jar(), List.of(), settingsOf(database));
            try (tremplin) {
                // Lays the read models' tables.
                tremplin.start().stop();
                for (long length : LENGTHS) {
                    fill(database, log, length);
                    measure(tremplin, database);
                }
            }
        }
        figures.put("growth_command_new_ratio", newMillis.getLast() / newMillis.getFirst());
        figures.put("growth_command_existing_ratio", existingMillis.getLast() / existingMillis.getFirst());
        figures.put("growth_rebuild_ratio", perEvent(LENGTHS.size() - 1) / perEvent(0));
        figures.put("growth_heap_ratio", heapMegabytes.getLast() / heapMegabytes.getFirst());
        figures.write(settings.root());
        LOG.log(System.Logger.Level.INFO, figures.toString());
    }

    private static List<Long> lengths() {
        return Arrays.stream(System.getProperty("growth.lengths", "100000,1000000,10000000")
                        .split(","))
                .map(Long::valueOf)
                .toList();
    }

    private static Map<String, String> settingsOf(TestDatabase database) {
        return Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
    }

    /** With everybody who follows the log at its end: what is measured is not how they catch up. */
    private static void fill(TestDatabase database, LogCopy log, long length) throws SQLException {
        try (var connection = database.connect()) {
            log.write(connection, length - database.logHead());
        }
        JdbcClient jdbc = database.jdbc();
        jdbc.sql("select log.reach(?)").param(database.logHead()).query().listOfRows();
        jdbc.sql("update projecting.generation set position = ?, epoch = epoch + 1")
                .param(database.logHead())
                .update();
        jdbc.sql("update reactions.token set token = ?")
                .param("{\"globalIndex\":%d}".formatted(database.logHead()).getBytes(StandardCharsets.UTF_8))
                .update();
        jdbc.sql("vacuum analyze log.event").update();
        jdbc.sql("vacuum analyze log.stream").update();
    }

    private void measure(RunningTremplin tremplin, TestDatabase database) throws Exception {
        long length = database.logHead();
        tremplin.start();
        var load = new LoadGenerator(tremplin.uri(), settings.clients());
        var commands = new Commands(tremplin.uri(), tremplin.as("staff").authorization());
        load.run(commands.registrations(), settings.warmUp());
        double newMedian = median(load, commands.registrations());
        var startups = new ArrayList<String>();
        load.run(commands.registrations(STREAMS, startups));
        load.run(commands.outcomesOfEach(startups, settings.streamLength() - 1));
        double existingMedian = median(load, commands.outcomesOfAny(startups, new Random(1)));
        double rebuild = rebuild(tremplin);
        double heap = HeapInUse.megabytes(tremplin.pid());
        tremplin.stop();

        events.add(length);
        newMillis.add(newMedian);
        existingMillis.add(existingMedian);
        rebuildSeconds.add(rebuild);
        heapMegabytes.add(heap);
        String prefix = "growth_" + length / 1_000 + "k_";
        figures.put(prefix + "command_new_p50_ms", newMedian);
        figures.put(prefix + "command_existing_p50_ms", existingMedian);
        figures.put(prefix + "rebuild_seconds", rebuild);
        figures.put(prefix + "heap_mb", heap);
        LOG.log(System.Logger.Level.INFO, figures.toString());
    }

    private double median(LoadGenerator load, Workload workload) throws IOException {
        var rounds = new ArrayList<Double>();
        for (int round = 0; round < settings.rounds(); round++) {
            rounds.add(load.run(workload, settings.round()).percentileMillis(0.50));
        }
        return Figures.median(rounds);
    }

    /**
     * Until the new rows are loaded, indexed, caught up and compared. They are not switched to, as the live ones have
     * not seen what the log was filled with.
     */
    private static double rebuild(RunningTremplin tremplin) {
        String rebuild = "/api/read-models/" + REBUILT + "/rebuild";
        Caller staff = tremplin.as("staff");
        long begin = System.nanoTime();
        staff.post(rebuild).expect(202);
        Awaitility.await()
                .atMost(LONGEST_REBUILD)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> staff.get(rebuild)
                        .expect(200)
                        .json()
                        .path("phase")
                        .asString()
                        .equals("READY"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        staff.post(rebuild + "/cancel").expect(202);
        Awaitility.await().until(() -> staff.get(rebuild).expect(200).json().hasNonNull("endedAt"));
        return seconds;
    }

    private double perEvent(int place) {
        return rebuildSeconds.get(place) / events.get(place);
    }
}
