package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.home.AnalystRole;
import eu.tremplin.projections.ReadModels;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the read models follow the log. */
@Configuration(proxyBeanMethods = false)
class ProjectingConfiguration {

    @Bean
    Projecting projecting(EventLog log, DataSource dataSource, AnalystRole analysts) {
        return new Projecting(ReadModels.all(), log, dataSource, analysts::grant);
    }
}
