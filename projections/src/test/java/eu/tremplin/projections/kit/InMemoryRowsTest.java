package eu.tremplin.projections.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryRowsTest {

    private static final Table<Lamp> LAMPS = Table.internal("lamp", Lamp.class);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final InMemoryRows rows = new InMemoryRows();

    @Test
    void findsRowsByAColumnInTheOrderOfTheirKeys() {
        rows.put(LAMPS, new Lamp(TWO, "hall"));
        rows.put(LAMPS, new Lamp(ONE, "hall"));

        assertThat(rows.where(LAMPS, "room", "hall")).containsExactly(new Lamp(ONE, "hall"), new Lamp(TWO, "hall"));
    }

    @Test
    void findsThemAsTheyAreAndNotAsTheyWere() {
        rows.put(LAMPS, new Lamp(ONE, "hall"));
        rows.put(LAMPS, new Lamp(TWO, "hall"));
        rows.where(LAMPS, "room", "hall");
        rows.put(LAMPS, new Lamp(ONE, "attic"));
        rows.remove(LAMPS, TWO);

        assertThat(rows.where(LAMPS, "room", "hall")).isEmpty();
        assertThat(rows.where(LAMPS, "room", "attic")).containsExactly(new Lamp(ONE, "attic"));
    }

    @Test
    void findsWhatWasAddedAfterTheFirstQuestion() {
        rows.where(LAMPS, "room", "hall");
        rows.put(LAMPS, new Lamp(ONE, null));
        rows.put(LAMPS, new Lamp(TWO, "hall"));

        assertThat(rows.where(LAMPS, "room", "hall")).containsExactly(new Lamp(TWO, "hall"));
        assertThat(rows.values(LAMPS)).containsEntry(LAMPS.key(TWO), List.of(TWO, "hall"));
    }

    private record Lamp(@Key UUID lamp, @Nullable String room) {}
}
