package eu.tremplin.application.reactions;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** How reactions are run: in order, one event at a time, each with a place of its own that survives a restart. */
public final class ReactionProcessing implements ConfigurerModule {

    private static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("reactions.token")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    /** A reaction that failed is tried again after one second, two, four and so on to a minute, in steps of this. */
    private static final Duration RETRY_STEP = Duration.ofSeconds(1);

    private final ConnectionProvider connections;
    private final TransactionManager transactions;

    public ReactionProcessing(DataSource dataSource) {
        connections = new TransactionAwareDataSourceProxy(dataSource)::getConnection;
        transactions = new SpringTransactions(new DataSourceTransactionManager(dataSource));
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.registerComponent(TokenStore.class, this::tokenStore);
        configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors(this::configure)
                .registerDefaultTransactionManager(_ -> transactions)
                // Sequenced by a constant: Axon's own sequential policy can pass over events after a restart.
                .registerDefaultSequencingPolicy(_ -> _ -> "in order")
                // A reaction that fails is tried again, and nothing behind it happens meanwhile.
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
    }

    private PooledStreamingEventProcessor.Builder configure(
            Configuration configuration, PooledStreamingEventProcessor.Builder processor) {
        return processor
                .initialSegmentCount(1)
                .batchSize(1)
                .tokenClaimInterval(RETRY_STEP.toMillis())
                .initialToken(source -> source.createTailToken());
    }

    private TokenStore tokenStore(Configuration configuration) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(SCHEMA)
                .serializer(configuration.serializer())
                // The default, process and host, is the same in every container.
                .nodeId(UUID.randomUUID().toString())
                .build();
    }
}
