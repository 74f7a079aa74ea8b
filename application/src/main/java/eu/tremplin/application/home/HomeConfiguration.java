package eu.tremplin.application.home;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the home and the one data source that everything uses. */
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

    @Bean
    Home home(@Value("${tremplin.home}") String home, @Value("${user.home}") String userHome) {
        return Home.at(Path.of(expanded(home, userHome)));
    }

    /** What a shell expands and a compose file does not. */
    static String expanded(String home, String userHome) {
        return home.replaceFirst("^~(?=/|$)", userHome.replace("\\", "\\\\"));
    }

    // Chosen here and not by a condition: conditions are frozen when the application is compiled ahead of time.
    @Bean
    Database database(Home home, Environment environment) {
        String url = environment.getProperty("spring.datasource.url");
        return url == null || url.isBlank()
                ? Database.in(home)
                : Database.given(
                        url,
                        environment.getProperty("spring.datasource.username"),
                        environment.getProperty("spring.datasource.password"),
                        home);
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(Database database) {
        return database.pool();
    }

    @Bean
    @DependsOnDatabaseInitialization
    AnalystRole analystRole(DataSource dataSource, Database database) throws SQLException {
        var role = new AnalystRole();
        try (var connection = dataSource.getConnection()) {
            role.admit(connection, database::analystPassword);
        }
        return role;
    }

    @Bean
    DatabaseHealth dbHealthIndicator(DataSource dataSource, Database database) {
        return new DatabaseHealth(dataSource, database);
    }

    @Bean
    ClockHealth clockHealthIndicator(DataSource dataSource) {
        return new ClockHealth(dataSource, Clock.systemUTC());
    }

    @Bean
    DiskHealth diskSpaceHealthIndicator(Home home) {
        return new DiskHealth(home);
    }

    @Bean
    StartMessage startMessage(Home home, Database database) {
        return new StartMessage(home, database);
    }
}
