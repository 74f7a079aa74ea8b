package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.home.AnalystRole;
import eu.tremplin.projections.ReadModels;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has every read model follow the log while the application runs. */
@Configuration(proxyBeanMethods = false)
class ProjectingConfiguration {

    @Bean
    Projecting projecting(EventLog log, DataSource dataSource, AnalystRole analysts) {
        return new Projecting(ReadModels.all(), log, dataSource, analysts::grant);
    }

    @Bean
    ParkedEvents parkedEvents(EventLog log, DataSource dataSource, Projecting projecting) {
        return new ParkedEvents(ReadModels.all(), log, dataSource, projecting::lookAround);
    }

    @Bean
    ReadModelsHealth readModelsHealthIndicator(Projecting projecting) {
        return new ReadModelsHealth(projecting);
    }

    @Bean
    ReadModelMetrics readModelMetrics(Projecting projecting, EventLog log) {
        return new ReadModelMetrics(projecting, log);
    }
}
