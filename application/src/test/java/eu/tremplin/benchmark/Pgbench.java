package eu.tremplin.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, which says what the database alone can do. */
final class Pgbench {

    private static final Pattern TRANSACTIONS_PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final Path DEBIAN_SERVERS = Path.of("/usr/lib/postgresql");

    private final Path program;
    private final Server server;
    private final String database;

    private Pgbench(Path program, Server server, String database) {
        this.program = program;
        this.server = server;
        this.database = database;
    }

    static Pgbench on(Server server, String database) throws IOException {
        return new Pgbench(find(), server, database);
    }

    /** The newest there is; without one there is nothing to measure against. */
    static Path find() throws IOException {
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(Path::of);
        try (Stream<Path> servers = Files.isDirectory(DEBIAN_SERVERS) ? Files.list(DEBIAN_SERVERS) : Stream.empty()) {
            Stream<Path> ofServers =
                    servers.sorted(Comparator.<Path>naturalOrder().reversed()).map(server -> server.resolve("bin"));
            return Stream.concat(ofServers, onPath)
                    .map(directory -> directory.resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The benchmark needs pgbench: install the package postgresql-15 (Debian 12), or the"
                                    + " package with PostgreSQL's server programs of your system."));
        }
    }

    /** Transactions per second of one round, as many as can be. */
    double run(String script, int clients, Duration duration) throws IOException, InterruptedException {
        return run(script, clients, duration, List.of());
    }

    /** Transactions per second of one round in which so many are begun, at random instants. */
    double runAtRate(int perSecond, String script, int clients, Duration duration)
            throws IOException, InterruptedException {
        return run(script, clients, duration, List.of("-R", Integer.toString(perSecond)));
    }

    private double run(String script, int clients, Duration duration, List<String> options)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("pgbench", ".sql");
        try {
            Files.writeString(file, script);
            var command = new ArrayList<>(List.of(
                    program.toString(),
                    "--no-vacuum",
                    "-M",
                    "prepared",
                    "-c",
                    Integer.toString(clients),
                    "-j",
                    "2",
                    "-T",
                    Long.toString(duration.toSeconds()),
                    "-f",
                    file.toString(),
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(server.port()),
                    "-U",
                    Server.USER));
            command.addAll(options);
            command.add(database);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", server.password());
            var process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var figure = TRANSACTIONS_PER_SECOND.matcher(output);
            if (process.waitFor() != 0 || !figure.find()) {
                throw new IllegalStateException("pgbench failed: " + output);
            }
            return Double.parseDouble(figure.group(1));
        } finally {
            Files.delete(file);
        }
    }
}
