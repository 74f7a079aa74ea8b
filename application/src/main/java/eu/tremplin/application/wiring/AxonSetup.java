package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.domain.shared.CommandMetadata;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Axon's components, each chosen here by hand; what answers commands and what reacts to events is added to them. */
public final class AxonSetup {

    /** Who acts, for whom, why, since when and from which file goes from each command to the events it leads to. */
    private static final CorrelationDataProvider WHO_AND_WHY = new SimpleCorrelationDataProvider(
            CommandMetadata.ACTOR,
            CommandMetadata.ON_BEHALF_OF,
            CommandMetadata.COMMAND_ID,
            CommandMetadata.CORRELATION_ID,
            CommandMetadata.CAUSATION_ID,
            CommandMetadata.RECEIVED,
            CommandMetadata.IMPORT_ID,
            CommandMetadata.IMPORT_FILE,
            CommandMetadata.IMPORT_LINE);

    private AxonSetup() {}

    public static Configurer around(TremplinEventStore eventStore) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(_ -> eventStore)
                .configureCommandBus(AxonSetup::commandBus)
                .configureCorrelationDataProviders(_ -> List.of(WHO_AND_WHY))
                .configureSerializer(_ -> serializer())
                .registerComponent(TransactionManager.class, _ -> NoTransactionManager.INSTANCE);
    }

    /** Runs a command on the thread that sent it, without a transaction: the append at its end is the transaction. */
    private static CommandBus commandBus(Configuration configuration) {
        CommandBus commandBus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .build();
        commandBus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return commandBus;
    }

    /** For tokens and messages; events have a codec of their own. */
    private static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(
                        // Without it a replay token can be written and never read again.
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }
}
