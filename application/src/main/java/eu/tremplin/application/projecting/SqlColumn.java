package eu.tremplin.application.projecting;

import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.projections.kit.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a column of a read model is kept in PostgreSQL: as one column or, for personal text, as two. */
public final class SqlColumn {

    private static final String PERSON = "_person";
    private static final String CIPHERTEXT = "_ciphertext";

    private SqlColumn() {}

    /** The columns in PostgreSQL. */
    public static List<String> names(Column column) {
        return column.kind() == Column.Kind.PERSONAL
                ? List.of(column.sqlName() + PERSON, column.sqlName() + CIPHERTEXT)
                : List.of(column.sqlName());
    }

    /** Their types, in the same order. */
    static List<String> types(Column column) {
        return switch (column.kind()) {
            case ID -> List.of("uuid");
            case TEXT, CHOICE -> List.of("text");
            case INTEGER -> List.of("integer");
            case LONG -> List.of("bigint");
            case DECIMAL -> List.of("numeric");
            case INSTANT -> List.of("timestamptz");
            case DATE -> List.of("date");
            case FLAG -> List.of("boolean");
            case PERSONAL -> List.of("uuid", "text");
        };
    }

    /** The type of a column that is one in PostgreSQL too. */
    public static String type(Column column) {
        return types(column).getFirst();
    }

    /** A plain value in PostgreSQL's notation, for each of the columns. */
    static List<@Nullable String> notation(Column column, @Nullable Object plain) {
        if (plain == null) {
            return Arrays.asList(new @Nullable String[names(column).size()]);
        }
        return plain instanceof PersonalText.Encrypted text
                ? List.of(text.person().toString(), text.ciphertext())
                : List.of(notation(plain));
    }

    public static String notation(Object plain) {
        return plain instanceof BigDecimal number ? number.toPlainString() : plain.toString();
    }

    /** The plain value in a row, read from this index on. */
    public static @Nullable Object read(Column column, ResultSet row, int index) throws SQLException {
        Object value = switch (column.kind()) {
            case ID -> row.getObject(index, UUID.class);
            case TEXT, CHOICE -> row.getString(index);
            case INTEGER -> row.getInt(index);
            case LONG -> row.getLong(index);
            case DECIMAL -> row.getBigDecimal(index);
            case INSTANT -> instant(row.getObject(index, OffsetDateTime.class));
            case DATE -> row.getObject(index, LocalDate.class);
            case FLAG -> row.getBoolean(index);
            case PERSONAL -> personal(row.getObject(index, UUID.class), row.getString(index + 1));
        };
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    private static PersonalText.@Nullable Encrypted personal(@Nullable UUID person, @Nullable String ciphertext) {
        return person == null || ciphertext == null
                ? null
                : new PersonalText.Encrypted(new PersonId(person), ciphertext);
    }
}
