package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.home.AnalystRole;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.projections.ReadModels;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has every read model rebuilt by this node when it is asked for. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    @Bean
    Rebuilding rebuilding(
            EventLog log,
            EventCodec codec,
            TypeDictionary dictionary,
            DataSource dataSource,
            AnalystRole analysts,
            Projecting projecting) {
        return new Rebuilding(
                ReadModels.all(),
                log,
                new EventScan(codec, dictionary),
                dataSource,
                new Schemas(analysts::grant),
                projecting);
    }
}
