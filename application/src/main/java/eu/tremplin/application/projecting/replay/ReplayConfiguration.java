package eu.tremplin.application.projecting.replay;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.projections.ReadModels;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has this node replay the log when it is asked for. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    Replaying replaying(
            EventLog log, EventCodec codec, TypeDictionary dictionary, DataSource dataSource, Projecting projecting) {
        return new Replaying(ReadModels.all(), log, new EventScan(codec, dictionary), dataSource, projecting);
    }
}
