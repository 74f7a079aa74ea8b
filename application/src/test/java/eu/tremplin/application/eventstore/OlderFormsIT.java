package eu.tremplin.application.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.codec.UpcasterFailed;
import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternHung;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternLit;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streams that were begun by an older Tremplin and go on with this one. */
class OlderFormsIT {

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.create();

    @RegisterExtension
    @Order(2)
    static final TestStore store = TestStore.on(database);

    @RegisterExtension
    @Order(3)
    static final TestStore otherNode = TestStore.on(database);

    private final LanternId lantern = LanternId.fresh();
    private final EditionId edition = new EditionId(UUID.randomUUID());

    @BeforeEach
    void hangElsewhere() {
        // What this store has written itself it need not read.
        otherNode.send(new HangLantern(lantern, edition));
    }

    @Test
    void goOnFromWhateverFormTheirEventsHave() {
        appendOlder(1, "{\"lantern\":\"%s\",\"count\":1}".formatted(lantern));
        appendOlder(2, "{\"lantern\":\"%s\",\"times\":2,\"oil\":\"0.25\"}".formatted(lantern));
        Object lit = store.send(new LightLantern(lantern)).result();

        assertThat(lit).isEqualTo(3);
        assertThat(store.eventsOf(lantern))
                .containsExactly(
                        new LanternHung(lantern, edition),
                        new LanternLit(lantern, 1),
                        new LanternLit(lantern, 2),
                        new LanternLit(lantern, 3));
    }

    @Test
    void keepTheBytesThatWereStored() {
        String stored = "{\"lantern\" : \"%s\", \"count\":1}".formatted(lantern);
        appendOlder(1, stored);
        store.send(new LightLantern(lantern));

        assertThat(store.log.readStream(lantern.value(), 1).getFirst().payload())
                .asString()
                .isEqualTo(stored);
        assertThat(database.jdbc()
                        .sql("select revision from log.events where stream_id = ? order by version")
                        .param(lantern.value())
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 1, 3);
    }

    @Test
    void areNotLoadedWhereAStepFails() {
        appendOlder(1, "{\"lantern\":\"%s\"}".formatted(lantern));

        assertThatExceptionOfType(UpcasterFailed.class).isThrownBy(() -> store.send(new LightLantern(lantern)));
        assertThat(store.log.readStream(lantern.value(), 0)).hasSize(2);
    }

    /** Appends in a form of which there are still events, as their own Tremplin did. */
    private void appendOlder(int revision, String payload) {
        database.jdbc()
                .sql("insert into log.event_type (name, revision) values ('lanterns.LanternLit', ?)"
                        + " on conflict do nothing")
                .param(revision)
                .update();
        database.jdbc()
                .sql("""
                    select positions
                      from log.stream s, log.append(
                        array[1], array[s.stream_id], array[s.version], array[1], array[s.aggregate_type],
                        array[s.edition_id], array[1], array[s.version + 1],
                        array[(select id from log.event_type where name = 'lanterns.LanternLit' and revision = ?)],
                        array[?::bytea], array['{}'::bytea], array[gen_random_uuid()],
                        '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')
                     where s.stream_id = ?\
                    """)
                .params(revision, payload.getBytes(UTF_8), lantern.value())
                .query()
                .singleRow();
    }
}
