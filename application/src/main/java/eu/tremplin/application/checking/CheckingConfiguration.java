package eu.tremplin.application.checking;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.projections.ReadModels;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the log checked in the background while the application runs. */
@Configuration(proxyBeanMethods = false)
class CheckingConfiguration {

    @Bean
    Checker checker(EventCodec codec) {
        return new Checker(codec, ReadModels.all());
    }

    @Bean
    @DependsOnDatabaseInitialization
    ContinuousCheck continuousCheck(Checker checker, DataSource dataSource) {
        return new ContinuousCheck(checker, dataSource, ContinuousCheck.Pace.UNNOTICED);
    }

    @Bean
    LogCheckHealth logCheckHealthIndicator(ContinuousCheck check) {
        return new LogCheckHealth(check);
    }

    @Bean
    LogCheckMetrics logCheckMetrics(ContinuousCheck check) {
        return new LogCheckMetrics(check);
    }
}
