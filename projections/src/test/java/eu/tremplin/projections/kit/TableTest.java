package eu.tremplin.projections.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final EditionId EDITION = new EditionId(new UUID(1, 1));
    private static final PersonId PERSON = new PersonId(new UUID(2, 2));
    private static final PersonalText NAME = new PersonalText.Encrypted(PERSON, "v1.abc");
    private static final Table<Row> TABLE = Table.published("thing", Row.class);

    @Test
    void namesItsColumnsAfterTheComponents() {
        assertThat(TABLE.columns())
                .extracting(Column::sqlName)
                .containsExactly("edition", "line_number", "contact_name", "mood", "happened_at", "note");
    }

    @Test
    void laysAGroupOfComponentsOutFlat() {
        assertThat(TABLE.place("happenedAt")).isEqualTo(4);
    }

    @Test
    void knowsWhatIsKeyAndWhatCanBeAbsent() {
        assertThat(TABLE.keyColumns()).extracting(Column::name).containsExactly("edition", "lineNumber");
        assertThat(TABLE.columns())
                .filteredOn(Column::nullable)
                .extracting(Column::name)
                .containsExactly("note");
    }

    @Test
    void namesTheChoicesOfAnEnum() {
        assertThat(TABLE.columns().get(3).choices()).containsExactly("GOOD", "BAD");
        assertThat(TABLE.columns().get(0).choices()).isEmpty();
    }

    @Test
    void putsTogetherWhatItTookApart() {
        var row = new Row(EDITION, 7, NAME, new Moment(Mood.BAD, Instant.parse("2024-06-01T12:00:00.123456Z")), null);

        assertThat(TABLE.row(TABLE.values(row))).isEqualTo(row);
    }

    @Test
    void keepsInstantsToTheMicrosecondSoThatStoringChangesNothing() {
        var row =
                new Row(EDITION, 7, NAME, new Moment(Mood.BAD, Instant.parse("2024-06-01T12:00:00.123456789Z")), null);

        assertThat(TABLE.row(TABLE.values(row)).moment().happenedAt()).isEqualTo("2024-06-01T12:00:00.123456Z");
    }

    @Test
    void keepsInstantsBeyondEveryCalendarAtItsEnds() {
        var column = TABLE.columns().get(TABLE.place("happenedAt"));

        assertThat(column.plain(Instant.MAX)).isEqualTo(Instant.parse("9999-12-31T23:59:59.999999Z"));
        assertThat(column.plain(Instant.MIN)).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
    }

    @Test
    void keepsDatesBeyondEveryCalendarAtItsEnds() {
        var column = Table.published("day", Day.class).columns().getFirst();

        assertThat(column.plain(LocalDate.MAX)).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(column.plain(LocalDate.MIN)).isEqualTo(LocalDate.of(1, 1, 1));
    }

    @Test
    void replacesCharactersThatNoDatabaseCouldHold() {
        var row = new Row(EDITION, 7, NAME, new Moment(Mood.BAD, Instant.EPOCH), "a\0b\uD800c\uD83D\uDE80");

        assertThat(TABLE.row(TABLE.values(row)).note()).isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE80");
    }

    @Test
    void refusesPersonalTextThatIsNotEncrypted() {
        var row = new Row(EDITION, 7, PersonalText.of(PERSON, "Ada"), new Moment(Mood.BAD, Instant.EPOCH), null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.values(row))
                .withMessageStartingWith("contactName")
                .withMessageNotContaining("Ada");
    }

    @Test
    void refusesARowWithoutAValueItNeeds() {
        @SuppressWarnings("NullAway") // what a careless projection could do
        var row = new Row(EDITION, 7, null, new Moment(Mood.BAD, Instant.EPOCH), null);

        assertThatIllegalArgumentException().isThrownBy(() -> TABLE.values(row));
    }

    @Test
    void refusesAKeyOfAnotherForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> TABLE.key(EDITION));
        assertThatIllegalArgumentException().isThrownBy(() -> TABLE.key(EDITION, "seven"));
    }

    @Test
    void refusesARecordWithoutKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> Table.published("thing", Moment.class));
    }

    @Test
    void refusesAComponentNoColumnCanHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> Table.published("thing", Floating.class));
    }

    @Test
    void isClosedToProjectionsWhereItIsComputed() {
        var computed = Table.computed("thing", Row.class);
        var row = new Row(EDITION, 7, NAME, new Moment(Mood.BAD, Instant.EPOCH), null);

        assertThat(computed.published()).isTrue();
        assertThat(computed.columns()).isEqualTo(TABLE.columns());
        assertThatIllegalStateException().isThrownBy(() -> computed.values(row));
        assertThatIllegalStateException().isThrownBy(() -> computed.key(EDITION, 7));
        assertThatIllegalStateException().isThrownBy(() -> computed.row(TABLE.values(row)));
    }

    @Test
    void sortsIdsTheWaySqlDoes() {
        var negative = TABLE.key(new EditionId(new UUID(-1, 0)), 1);
        var positive = TABLE.key(new EditionId(new UUID(1, 0)), 1);

        assertThat(positive).isLessThan(negative);
    }

    record Row(
            @Key EditionId edition,
            @Key int lineNumber,
            PersonalText contactName,
            Moment moment,
            @Nullable String note) {}

    record Moment(Mood mood, Instant happenedAt) {}

    record Day(@Key LocalDate day) {}

    record Floating(@Key int id, double value) {}

    enum Mood {
        GOOD,
        BAD
    }
}
