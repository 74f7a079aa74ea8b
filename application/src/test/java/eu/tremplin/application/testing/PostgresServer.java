package eu.tremplin.application.testing;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own, durable like a real one, that can be stopped as by a power cut and started again. */
public final class PostgresServer implements AutoCloseable {

    // Below the ports handed out to outgoing connections, so that it is still free when the server starts again.
    private static final int LOWEST_PORT = 31_000;
    private static final int HIGHEST_PORT = 32_700;

    /** They do not run as root; inside a user name space they do not see that they do. */
    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    private static final int DISK = 64 << 20;

    private final Path programs;
    private final Path data;
    private final int port = freePort();

    private PostgresServer(Path programs) {
        this.programs = programs;
        try {
            data = Files.createTempDirectory("tremplin-postgres-").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the programs in a directory, with nothing in it yet. */
    public static PostgresServer of(Path programs) {
        var server = new PostgresServer(programs);
        server.run(
                "initdb",
                List.of("-A", "trust", "-U", "postgres", "-E", "UTF-8", "--locale=C", "-D", server.data.toString()));
        server.configure();
        server.start();
        return server;
    }

    /** From the programs that the system property {@code tremplin.postgres.bin} names, or else the embedded ones. */
    public static PostgresServer create() {
        String named = System.getProperty("tremplin.postgres.bin", "");
        return of(named.isEmpty() ? TestCluster.get().programs() : Path.of(named));
    }

    /** Whether a test may have a file system of its own; on some machines only an administrator may. */
    public static boolean canHaveSmallDisk() {
        try {
            return new ProcessBuilder(within(Files.createTempDirectory("tremplin-disk-"), "true"))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops it and starts it where this directory is a disk of {@value #DISK} bytes, which nobody else sees. */
    public void restartWithSmallDisk(Path directory) {
        stopAtOnce();
        run(within(directory, programs.resolve("pg_ctl").toString()), starting());
    }

    /** In a file system name space of its own, which ends with the server. */
    private static List<String> within(Path directory, String program) {
        var command = new ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o mode=0700,size=" + DISK + " tmpfs \"$0\" && exec \"$@\"",
                directory.toString()));
        command.addAll(AS_NOBODY);
        command.add(program);
        return command;
    }

    private void configure() {
        try {
            Files.write(
                    data.resolve("postgresql.auto.conf"),
                    List.of(
                            "port = " + port,
                            "listen_addresses = '127.0.0.1'",
                            "unix_socket_directories = ''",
                            "max_connections = 400",
                            "max_prepared_transactions = 20"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        run("pg_ctl", starting());
    }

    private List<String> starting() {
        return List.of(
                "start",
                "-w",
                "-D",
                data.toString(),
                "-l",
                data.resolve("server.log").toString());
    }

    /**
     * Ends every process of it at once and unasked: what it had not written is lost, and recovered at the next start.
     */
    public void stopAtOnce() {
        run("pg_ctl", List.of("stop", "-w", "-m", "immediate", "-D", data.toString()));
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, database);
    }

    private void run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(AS_NOBODY);
        }
        command.add(programs.resolve(program).toString());
        run(command, arguments);
    }

    private void run(List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        Path output = data.resolveSibling("command.log");
        try {
            // Into a file: the server inherits it and would keep a pipe open.
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError(command + " ended with " + exit + ": " + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            stopAtOnce();
        }
        try (Stream<Path> files = Files.walk(data.getParent())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .filter(PostgresServer::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
