package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.LogPartitions;
import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import eu.tremplin.domain.DomainModel;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Axon with the domain on it; whoever has more to add, such as reactions, declares a {@link ConfigurerModule}. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    // Stopped by its lifecycle and not a second time as a bean.
    @Bean(destroyMethod = "")
    org.axonframework.config.Configuration axon(
            TremplinEventStore eventStore, ObjectProvider<ConfigurerModule> modules) {
        Configurer configurer = AxonSetup.around(eventStore);
        DomainModel.registerIn(configurer);
        modules.orderedStream().forEach(module -> module.configureModule(configurer));
        return configurer.buildConfiguration();
    }

    @Bean
    CommandBus commandBus(org.axonframework.config.Configuration axon) {
        return axon.commandBus();
    }

    @Bean
    CommandGateway commandGateway(org.axonframework.config.Configuration axon) {
        return axon.commandGateway();
    }

    @Bean
    StartupCheck startupCheck(org.axonframework.config.Configuration axon, DataSource dataSource) {
        return new StartupCheck(axon, dataSource);
    }

    @Bean
    EventStoreLifecycle eventStoreLifecycle(
            StartupCheck check,
            LogPartitions partitions,
            ContiguousReader contiguousReader,
            org.axonframework.config.Configuration axon) {
        return new EventStoreLifecycle(check, partitions, contiguousReader, axon);
    }
}
