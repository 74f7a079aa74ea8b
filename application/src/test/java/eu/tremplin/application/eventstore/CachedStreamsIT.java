package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.lantern.Lantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.DedicateLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightBeside;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a node keeps of a stream saves it a look, and never lets it act upon what another node has changed. */
class CachedStreamsIT {

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.create();

    private static final AtomicInteger looks = new AtomicInteger();

    @RegisterExtension
    @Order(2)
    static final TestStore node = TestStore.on(counting(), database.unpooled(), () -> {});

    @RegisterExtension
    @Order(3)
    static final TestStore otherNode = TestStore.on(database);

    private final LanternId lantern = LanternId.fresh();
    private final LanternId other = LanternId.fresh();
    private final EditionId edition = new EditionId(UUID.randomUUID());

    @BeforeEach
    void hang() {
        node.send(new HangLantern(lantern, edition));
        node.send(new HangLantern(other, edition));
        looks.set(0);
    }

    @Test
    void needNoLookAtTheLog() {
        node.send(new LightLantern(lantern));
        node.send(new LightBeside(lantern, other));
        Object lit = node.send(new LightLantern(lantern)).result();

        assertThat(lit).isEqualTo(3);
        assertThat(looks).hasValue(0);
    }

    @Test
    void areReadOnceWhereAnotherNodeHasWrittenThem() {
        otherNode.send(new LightLantern(lantern));
        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> node.send(new LightLantern(lantern)));

        assertThat(node.send(new LightLantern(lantern)).result()).isEqualTo(2);
        assertThat(node.send(new LightLantern(lantern)).result()).isEqualTo(3);
        assertThat(looks).hasValue(1);
    }

    @Test
    void areNotReliedUponWhereAnotherNodeHasMovedThemOn() {
        otherNode.send(new LightLantern(other));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> node.send(new LightBeside(lantern, other)));
        assertThat(node.send(new LightBeside(lantern, other)).appended()).isPresent();
    }

    /** A command need not say that it has only read a stream: what was found in memory is asserted in any case. */
    @Test
    void areAssertedThoughNobodyAsks() {
        otherNode.send(new LightLantern(other));
        var lanterns = node.axon.repository(Lantern.class);

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> node.inUnitOfWork(() -> {
                    lanterns.load(other.toString()).execute(_ -> {});
                    lanterns.load(lantern.toString()).execute(it -> it.giveBack("nothing"));
                }));
        assertThat(node.log.readStream(lantern.value(), 0)).hasSize(1);
    }

    @Test
    void areWhatTheLogHolds() {
        node.send(new DedicateLantern(lantern, PersonalText.of(new PersonId(UUID.randomUUID()), "Ada")));

        List<? extends DomainEventMessage<?>> cached = read(node);
        assertThat(looks).hasValue(0);
        assertThat(decoded(cached))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(decoded(read(otherNode)))
                .hasSize(2);
    }

    private static List<? extends DomainEventMessage<?>> decoded(List<? extends DomainEventMessage<?>> messages) {
        return messages.stream().map(each -> each.andMetaData(Map.of())).toList();
    }

    @Test
    void areToldFromWhatHasMovedOn() {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        read(node);
        unitOfWork.rollback();
        node.store.requireCurrent(unitOfWork);
        otherNode.send(new LightLantern(lantern));

        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> node.store.requireCurrent(unitOfWork));
        looks.set(0);
        assertThat(read(node)).hasSize(2);
        assertThat(looks).as("read anew").hasValue(1);
    }

    @Test
    void areDroppedWhereWhatIsExpectedIsNewer() {
        otherNode.send(new LightLantern(lantern));
        var seen = new ExpectedVersion(lantern.value(), 1);

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> node.send(new LightLantern(lantern), seen::carryOn));
        assertThat(node.send(new LightLantern(lantern), seen::carryOn).result()).isEqualTo(2);
    }

    private List<? extends DomainEventMessage<?>> read(TestStore store) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            return store.store.readEvents(lantern.toString()).asStream().toList();
        } finally {
            unitOfWork.rollback();
        }
    }

    private static DelegatingDataSource counting() {
        return new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                looks.incrementAndGet();
                return super.getConnection();
            }
        };
    }
}
