package eu.tremplin.application.demonstration;

import eu.tremplin.application.demonstration.DemonstrationGate.Whereabouts;
import eu.tremplin.application.demonstration.story.Story;
import eu.tremplin.application.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** What there is of the demonstration in every installation: the refusal to be one by accident, and the clock. */
@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {

    /** Refuses wrong settings before anything is created or started. */
    @Bean
    static BeanFactoryPostProcessor demonstrationSettingsCheck(Environment environment) {
        return _ -> DemonstrationSettings.of(environment);
    }

    @Bean
    DemonstrationGate demonstrationGate(Home home, Environment environment) {
        boolean given = StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        return new DemonstrationGate(DemonstrationSettings.of(environment), Story.BEGINS, new Whereabouts(home, given));
    }

    /** By which requests are stamped: in microseconds, so that log, read models and answers say the same instant. */
    @Bean
    @DependsOnDatabaseInitialization
    Clock clock(DemonstrationGate gate) {
        return gate.demonstration()
                .map(demonstration -> demonstration.time().withZone(ZoneOffset.UTC))
                .orElseGet(() -> Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)));
    }

    @Bean
    DemonstrationPlayer demonstrationPlayer(DemonstrationGate gate, Home home, Environment environment) {
        return new DemonstrationPlayer(gate, home, environment);
    }
}
