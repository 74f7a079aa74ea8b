package eu.tremplin.application.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * A database that is there already, for somebody who only looks at it: the given one, or a home's own, whose server is
 * started for this where no application runs on it.
 */
public final class ExistingDatabase implements AutoCloseable {

    private final String url;
    private final String description;
    private final Properties credentials;
    private final @Nullable EmbeddedServer started;

    private ExistingDatabase(String url, String description, Properties credentials, @Nullable EmbeddedServer started) {
        this.url = url;
        this.description = description;
        this.credentials = credentials;
        this.started = started;
    }

    /**
     * The one that the application would use with these settings.
     *
     * @throws StartRefused when there is none
     */
    public static ExistingDatabase of(Environment environment) {
        String url = environment.getProperty("spring.datasource.url");
        return url == null || url.isBlank()
                ? in(Path.of(HomeConfiguration.expanded(
                        environment.getRequiredProperty("tremplin.home"), System.getProperty("user.home"))))
                : given(
                        url,
                        environment.getProperty("spring.datasource.username"),
                        environment.getProperty("spring.datasource.password"));
    }

    private static ExistingDatabase given(String url, @Nullable String user, @Nullable String password) {
        return new ExistingDatabase(url, "the given PostgreSQL", credentials(user, password), null);
    }

    private static ExistingDatabase in(Path directory) {
        if (!Files.isDirectory(directory.resolve("postgres"))) {
            throw new StartRefused(
                    "There is no database in the home directory " + directory.toAbsolutePath() + ".",
                    "Set TREMPLIN_HOME to a home that has one, or SPRING_DATASOURCE_URL to a database elsewhere.");
        }
        Home home = Home.at(directory);
        return isInUse(home) ? of(PostgresProperties.readOrDraw(home.postgresProperties()), null) : started(home);
    }

    private static ExistingDatabase started(Home home) {
        EmbeddedServer server = EmbeddedServer.start(home);
        return of(server.properties(), server);
    }

    private static ExistingDatabase of(PostgresProperties properties, @Nullable EmbeddedServer server) {
        return new ExistingDatabase(
                properties.url("tremplin"),
                "PostgreSQL on 127.0.0.1:" + properties.port(),
                credentials("tremplin", properties.ownerPassword()),
                server);
    }

    private static boolean isInUse(Home home) {
        try {
            home.lock().close();
            return false;
        } catch (StartRefused _) {
            return true;
        }
    }

    private static Properties credentials(@Nullable String user, @Nullable String password) {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "tremplin-check");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, credentials);
    }

    /** Where it is; never a password. */
    public String description() {
        return description;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
