package eu.tremplin.application.reactions;

import eu.tremplin.application.eventstore.EventLog;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds reactions to Axon. */
@Configuration(proxyBeanMethods = false)
class ReactionConfiguration {

    // Axon is built before the sender that needs it, so the reactions ask for the sender when Axon starts.
    @Bean
    ConfigurerModule reactions(ObjectProvider<ReactionSender> sender) {
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(_ -> new WhenEditionPlannedThenFormCohort(sender.getObject()))
                .registerEventHandler(_ -> new WhenOfferAcceptedThenEnrolStartup(sender.getObject()));
    }

    @Bean
    ReactionProcessing reactionProcessing(DataSource dataSource) {
        return new ReactionProcessing(dataSource);
    }

    @Bean
    ReactionsHealth reactionsHealthIndicator(org.axonframework.config.Configuration axon) {
        return new ReactionsHealth(axon);
    }

    @Bean
    ReactionMetrics reactionMetrics(org.axonframework.config.Configuration axon, EventLog log) {
        return new ReactionMetrics(axon, log);
    }
}
