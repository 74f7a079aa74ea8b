package eu.tremplin.application.testing;

import eu.tremplin.application.TremplinApplication;
import eu.tremplin.running.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole application on a database, a home and a port of its own, started once for all test classes of this JVM.
 * They run at the same time, so each plans editions of its own and looks at nothing else.
 */
public final class RunningApplication implements AutoCloseable {

    private final TestDatabase database;
    private final Path home;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final Properties credentials = new Properties();

    private RunningApplication(TestDatabase database, String url, Path home, List<String> settings) {
        this.database = database;
        this.home = home;
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(
                "--server.port=0",
                "--tremplin.home=" + home,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=any"));
        context = new SpringApplicationBuilder(TremplinApplication.class).run(all.toArray(String[]::new));
        try (var reader = Files.newBufferedReader(home.resolve("credentials.properties"))) {
            credentials.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunningApplication get() {
        return Holder.APPLICATION;
    }

    /** One more, for a test that does to its database what others could not bear. */
    public static RunningApplication on(TestDatabase database) {
        // One after the other, because their databases share a server and its roles.
        get();
        return reaching(database, database.url());
    }

    /** One more that reaches its database at some address, such as the end of a wire, with settings of its own. */
    public static RunningApplication reaching(TestDatabase database, String url, String... settings) {
        return new RunningApplication(database, url, temporaryHome(), List.of(settings));
    }

    /** One of the four users of the first start. */
    public Caller as(String user) {
        return as(user, passwordOf(user));
    }

    public String passwordOf(String user) {
        return credentials.getProperty(user);
    }

    /** The same, who sees everything that has happened by now. */
    public Caller upToDate(String user) {
        return as(user).with("Min-Log-Position", Long.toString(database.logHead()));
    }

    public Caller as(String user, String password) {
        return nobody().with("Authorization", Caller.basic(user, password));
    }

    public Caller withToken(String token) {
        return nobody().with("Authorization", "Bearer " + token);
    }

    public Caller nobody() {
        return Caller.of(client, uri());
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public JdbcClient jdbc() {
        return database.jdbc();
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** One more on this one's home and another database, once this one is closed. */
    public RunningApplication movedTo(TestDatabase other) {
        return new RunningApplication(other, other.url(), home, List.of());
    }

    private static RunningApplication shared(TestDatabase database) {
        return reaching(database, database.url());
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("tremplin-home-").resolve("home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final RunningApplication APPLICATION = shared(TestDatabase.create());
    }
}
