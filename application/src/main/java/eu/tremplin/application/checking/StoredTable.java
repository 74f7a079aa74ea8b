package eu.tremplin.application.checking;

import eu.tremplin.application.checking.Generations.Generation;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.InMemoryRows;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One table as it is stored, to be held against the rows it should have. */
final class StoredTable {

    private final Generation generation;
    private final Table<?> table;

    StoredTable(Generation generation, Table<?> table) {
        this.generation = generation;
        this.table = table;
    }

    void compare(InMemoryRows fold, Snapshot snapshot, Findings findings) {
        Map<RowKey, List<@Nullable Object>> wanted = fold.values(table);
        Set<RowKey> seen = HashSet.newHashSet(wanted.size());
        snapshot.jdbc().sql(select()).query(row -> {
            List<@Nullable Object> stored = read(row);
            RowKey key = table.keyOf(stored);
            seen.add(key);
            List<@Nullable Object> should = wanted.get(key);
            if (should == null) {
                found(key, "is there, and no event makes it", findings);
            } else if (!should.equals(stored)) {
                found(key, "differs in " + differing(should, stored), findings);
            }
        });
        wanted.keySet().stream()
                .filter(key -> !seen.contains(key))
                .sorted()
                .forEach(key -> found(key, "is missing", findings));
    }

    private void found(RowKey key, String what, Findings findings) {
        findings.add(new Finding(
                Invariant.READ_MODELS,
                generation.position(),
                null,
                "%s table %s: the row %s %s".formatted(generation, table.name(), key.values(), what)));
    }

    private String differing(List<@Nullable Object> should, List<@Nullable Object> stored) {
        return IntStream.range(0, should.size())
                .filter(place -> !Objects.equals(should.get(place), stored.get(place)))
                .mapToObj(place -> table.columns().get(place).sqlName())
                .collect(Collectors.joining(", "));
    }

    private String select() {
        return table.columns().stream()
                .flatMap(StoredTable::names)
                .collect(Collectors.joining(", ", "select ", " from " + generation.schema() + "." + table.name()));
    }

    private static Stream<String> names(Column column) {
        return column.kind() == Column.Kind.PERSONAL
                ? Stream.of(column.sqlName() + "_person", column.sqlName() + "_ciphertext")
                : Stream.of(column.sqlName());
    }

    private List<@Nullable Object> read(ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable Object>(table.columns().size());
        for (Column column : table.columns()) {
            values.add(read(column, row));
        }
        return values;
    }

    private static @Nullable Object read(Column column, ResultSet row) throws SQLException {
        String name = column.sqlName();
        return switch (column.kind()) {
            case ID -> row.getObject(name, UUID.class);
            case TEXT, CHOICE -> row.getString(name);
            case INTEGER -> row.getObject(name, Integer.class);
            case LONG -> row.getObject(name, Long.class);
            case DECIMAL -> row.getBigDecimal(name);
            case INSTANT -> {
                OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
                yield at == null ? null : at.toInstant();
            }
            case DATE -> row.getObject(name, LocalDate.class);
            case FLAG -> row.getObject(name, Boolean.class);
            case PERSONAL -> {
                UUID person = row.getObject(name + "_person", UUID.class);
                yield person == null
                        ? null
                        : new PersonalText.Encrypted(new PersonId(person), row.getString(name + "_ciphertext"));
            }
        };
    }
}
