package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternHung;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternLit;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TremplinEventStoreIT {

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.create();

    @RegisterExtension
    @Order(2)
    static final TestStore store = TestStore.on(database);

    private final LanternId lantern = LanternId.fresh();
    private final EditionId edition = new EditionId(UUID.randomUUID());

    @Test
    void keepsWhatHasHappenedInOrder() {
        store.send(new HangLantern(lantern, edition));
        store.send(new LightLantern(lantern));
        Object lit = store.send(new LightLantern(lantern)).result();

        assertThat(lit).isEqualTo(2);
        assertThat(store.log.readStream(lantern.value(), 0))
                .extracting(StoredEvent::event)
                .containsExactly(
                        new LanternHung(lantern, edition), new LanternLit(lantern, 1), new LanternLit(lantern, 2));
    }
}
