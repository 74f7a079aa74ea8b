package eu.tremplin.application.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.reactions.ReactionProcessing;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.tracing.Spans;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.domain.shared.PersonalText;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class WiringIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withPropertyValues("tremplin.snapshots.after-events=500")
            .withUserConfiguration(EventStoreConfiguration.class, AxonConfiguration.class, Spans.class)
            .withBean(DataSource.class, () -> new DelegatingDataSource(database.dataSource()))
            .withBean(PersonalTextCipher.class, NoPersonalText::new)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(ConfigurerModule.class, () -> new ReactionProcessing(database.dataSource()));

    @Test
    void startsWithTheWholeDomainAndIsHealthyOnceItFollowsTheLog() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            awaitHealth(context.getBean(EventStoreHealth.class), Status.UP);
        });
    }

    @Test
    void isUnhealthyWhileItsDatabaseIsAwayAndComesBackByItself() {
        application.run(context -> {
            var health = context.getBean(EventStoreHealth.class);
            awaitHealth(health, Status.UP);
            database.goAway();
            awaitHealth(health, Status.DOWN);
            database.comeBack();
            awaitHealth(health, Status.UP);
        });
    }

    private static void awaitHealth(EventStoreHealth health, Status status) {
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(status));
    }

    /** For a start in which nobody is spoken of. */
    private static final class NoPersonalText implements PersonalTextCipher {

        @Override
        public PersonalText.Encrypted encrypt(PersonalText.Written text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> open(PersonalText text) {
            throw new UnsupportedOperationException();
        }
    }
}
