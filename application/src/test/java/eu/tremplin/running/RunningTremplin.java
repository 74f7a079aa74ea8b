package eu.tremplin.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Tremplin as its users have it: a process on a home and a port of its own that can be killed and started again. */
public final class RunningTremplin implements AutoCloseable {

    /** For tests that start processes again and again, so that they do so one after the other. */
    public static final String PROCESSES = "processes of Tremplin";

    /** A demonstration is ready when it has been played, beside other tests on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final int LOWEST_PORT = 10_000;
    private static final int HIGHEST_PORT = 20_000;
    private static final Path OUTPUTS = Path.of("target", "tour");

    private final List<String> command;
    private final Map<String, String> settings;
    private final Home home;
    private final int port;
    private final Path output;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private @Nullable Process process;

    private RunningTremplin(String name, List<String> command, Map<String, String> settings, Home home) {
        this.command = command;
        this.settings = Map.copyOf(settings);
        this.home = home;
        this.port = freePort();
        this.output = OUTPUTS.resolve(name + ".log");
        try {
            Files.createDirectories(OUTPUTS);
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the classes of this build, on a home that does not exist yet. */
    public static RunningTremplin onBareHome(String name) {
        return onBareHome(name, Map.of());
    }

    /** The same, with settings as its environment has them, such as {@code SPRING_PROFILES_ACTIVE}. */
    public static RunningTremplin onBareHome(String name, Map<String, String> settings) {
        return new RunningTremplin(name, JavaCommand.ofThisBuild(), settings, Home.bare(name));
    }

    /** From the packaged jar, on a home that does not exist yet. */
    public static RunningTremplin packaged(String name, Path jar, List<String> jvmOptions) {
        return packaged(name, jar, jvmOptions, Map.of());
    }

    /** The same, with settings as its environment has them. */
    public static RunningTremplin packaged(
            String name, Path jar, List<String> jvmOptions, Map<String, String> settings) {
        return new RunningTremplin(name, JavaCommand.ofJar(jar, jvmOptions), settings, Home.bare(name));
    }

    /** A second one on the same home, with an output of its own. */
    public RunningTremplin rivalOnSameHome(String name) {
        return onSameHome(name, settings);
    }

    /** Another one on the same home, with settings of its own. */
    public RunningTremplin onSameHome(String name, Map<String, String> itsSettings) {
        return new RunningTremplin(name, command, itsSettings, home);
    }

    /** Starts, and answers as soon as commands are accepted. */
    public RunningTremplin start() {
        launch();
        awaitReady();
        return this;
    }

    /**
     * Runs the command {@code check} with the same settings, in a process of its own, and answers with its exit code.
     */
    public int check() {
        List<String> checking = new ArrayList<>(command);
        checking.add("check");
        try {
            return builder(checking).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts and does not wait. */
    public void launch() {
        try {
            process = builder(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(List<String> itsCommand) {
        var builder = new ProcessBuilder(itsCommand)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        var environment = builder.environment();
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("SPRING_") || name.startsWith("JAVA_TOOL") || name.startsWith("TREMPLIN_"));
        environment.put("TREMPLIN_HOME", home.directory().toString());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.putAll(settings);
        return builder;
    }

    public void awaitReady() {
        Caller anybody = withoutCredentials();
        Awaitility.await("readiness of Tremplin, see " + output.toAbsolutePath())
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .failFast("Tremplin has ended, see " + output.toAbsolutePath(), () -> !isAlive())
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> anybody.get("/actuator/health/readiness").status() == 200);
    }

    public boolean isAlive() {
        return process().isAlive();
    }

    public long pid() {
        return process().pid();
    }

    /** Ends the process as a power cut would: at once and unasked. */
    public void kill() {
        process().destroyForcibly();
        awaitEnd();
    }

    /** Asks the process to end, and waits until it has. */
    public void stop() {
        process().destroy();
        awaitEnd();
    }

    /** Exit code of a process that ends by itself. */
    public int awaitEnd() {
        try {
            if (!process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Tremplin does not end, see " + output.toAbsolutePath());
            }
            return process().exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process, whatever state it is in, and removes its home. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
        client.close();
        home.remove();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public Home home() {
        return home;
    }

    /** All that the process has written to its console so far. */
    public String output() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the four users of the first start. */
    public Caller as(String user) {
        Properties credentials = home.properties("credentials.properties");
        return as(user, credentials.getProperty(user));
    }

    public Caller as(String user, String password) {
        return new Caller(client, uri(), Caller.basic(user, password));
    }

    public Caller withToken(String token) {
        return new Caller(client, uri(), "Bearer " + token);
    }

    public Caller withoutCredentials() {
        return new Caller(client, uri(), null);
    }

    private Process process() {
        if (process == null) {
            throw new IllegalStateException("Tremplin has not been started");
        }
        return process;
    }

    /** Below the ports handed out to outgoing connections, so that no other test has it when this one starts again. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .filter(RunningTremplin::isFree)
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

    /** How a JVM is started on the product. */
    private static final class JavaCommand {

        private static final String MAIN_CLASS = "eu.tremplin.application.TremplinApplication";
        private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

        static List<String> ofThisBuild() {
            // Without its tests: whatever they configure is no part of the product.
            List<String> classPath = new ArrayList<>(
                    List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)));
            classPath.removeIf(entry -> entry.endsWith("test-classes") || entry.endsWith("test-classes/"));
            return List.of(
                    JAVA.toString(),
                    "-Xmx512m",
                    // It is started often and lives for seconds.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    String.join(java.io.File.pathSeparator, classPath),
                    MAIN_CLASS);
        }

        static List<String> ofJar(Path jar, List<String> jvmOptions) {
            var command = new ArrayList<String>();
            command.add(JAVA.toString());
            command.addAll(jvmOptions);
            command.addAll(List.of("-jar", jar.toString()));
            return List.copyOf(command);
        }
    }
}
