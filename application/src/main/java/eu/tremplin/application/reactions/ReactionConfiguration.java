package eu.tremplin.application.reactions;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds reactions to Axon. */
@Configuration(proxyBeanMethods = false)
class ReactionConfiguration {

    @Bean
    ReactionProcessing reactionProcessing(DataSource dataSource) {
        return new ReactionProcessing(dataSource);
    }
}
