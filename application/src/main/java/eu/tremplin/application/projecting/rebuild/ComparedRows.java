package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.projecting.RowHistory;
import eu.tremplin.application.projecting.SqlColumn;
import eu.tremplin.application.projecting.rebuild.TableDifference.Example;
import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of one table, in the words of the database.
 *
 * @param name of what is compared
 * @param fields of each row
 * @param rows the query of them, with the schema as its only parameter
 */
record ComparedRows(String name, List<Field> fields, String rows) {

    private static final String COPY = "copy";

    /** Rows as they were at a position. */
    static ComparedRows current(Table<?> table, List<Column> columns, long position) {
        return new ComparedRows(table.name(), fields(table, columns), current(table, names(columns), position));
    }

    /** The same, with the position that has made each so; a key that more than one has is told apart. */
    static ComparedRows since(Table<?> table, List<Column> columns, long position) {
        String key = names(table.keyColumns());
        List<Field> fields = fields(table, columns);
        fields.add(Field.position(RowHistory.SINCE, false));
        fields.add(Field.position(COPY, true));
        return new ComparedRows(
                table.name(),
                fields,
                "select *, row_number() over (partition by " + key + " order by " + RowHistory.SINCE + ") as " + COPY
                        + " from (" + current(table, names(columns) + ", " + RowHistory.SINCE, position) + ") c");
    }

    /** What rows were before that was over by a position. */
    static ComparedRows former(Table<?> table, List<Column> columns, long position) {
        List<Field> fields = fields(table, columns);
        fields.add(Field.position(RowHistory.SINCE, true));
        fields.add(Field.position(RowHistory.UNTIL, false));
        String past = RowHistory.past(table.name());
        return new ComparedRows(
                past,
                fields,
                "select " + names(columns) + ", " + RowHistory.SINCE + ", " + RowHistory.UNTIL + " from %1$s." + past
                        + " where " + RowHistory.UNTIL + " <= " + position);
    }

    private static String current(Table<?> table, String names, long position) {
        String held = " where " + RowHistory.SINCE + " <= " + position;
        return "select " + names + " from %1$s." + table.name() + held + " union all select " + names + " from %1$s."
                + RowHistory.past(table.name()) + held + " and " + RowHistory.UNTIL + " > " + position;
    }

    private static List<Field> fields(Table<?> table, List<Column> columns) {
        return columns.stream()
                .map(column -> new Field(
                        column.name(),
                        SqlColumn.names(column),
                        table.keyColumns().contains(column),
                        column.kind() == Column.Kind.PERSONAL))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String names(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> SqlColumn.names(column).stream())
                .collect(Collectors.joining(", "));
    }

    /** How many rows the new one has, and how many are missing, added and changed. */
    String count(String live, String anew) {
        return "select count(" + first("n") + "), count(*) filter (where " + first("n") + " is null), "
                + "count(*) filter (where " + first("l") + " is null), count(*) filter (where " + first("l")
                + " is not null and " + first("n") + " is not null and " + differ() + ")" + joined(live, anew);
    }

    /** The first rows that differ, by key; to be read by {@link #example}. */
    String examples(String live, String anew, int limit) {
        String key = sqlNames(Field::isKey)
                .map(name -> "coalesce(l." + name + ", n." + name + ")")
                .collect(Collectors.joining(", "));
        return "select " + first("l") + " is not null, " + first("n") + " is not null, " + written("l") + ", "
                + written("n") + joined(live, anew) + " where " + differ() + " order by " + key + " limit " + limit;
    }

    private String joined(String live, String anew) {
        String on =
                sqlNames(Field::isKey).map(name -> "l." + name + " = n." + name).collect(Collectors.joining(" and "));
        return " from (" + rows.formatted(live) + ") l full join (" + rows.formatted(anew) + ") n on " + on;
    }

    private String first(String side) {
        return side + "." + sqlNames(Field::isKey).findFirst().orElseThrow();
    }

    private String differ() {
        return "row(" + written("l") + ") is distinct from row(" + written("n") + ")";
    }

    private String written(String side) {
        return sqlNames(_ -> true).map(name -> side + "." + name + "::text").collect(Collectors.joining(", "));
    }

    private Stream<String> sqlNames(Predicate<Field> wanted) {
        return fields.stream().filter(wanted).flatMap(field -> field.sqlNames().stream());
    }

    Example example(ResultSet row) throws SQLException {
        boolean isLive = row.getBoolean(1);
        boolean isNew = row.getBoolean(2);
        int width = (int) sqlNames(_ -> true).count();
        var key = new LinkedHashMap<String, @Nullable Object>();
        var differing = new ArrayList<String>();
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, @Nullable Object>();
        int place = 3;
        for (Field field : fields) {
            boolean differs = false;
            for (int part = 0; part < field.sqlNames().size(); part++, place++) {
                String one = row.getString(place);
                String other = row.getString(place + width);
                differs |= !Objects.equals(one, other);
                if (field.isKey()) {
                    key.put(field.name(), one == null ? other : one);
                } else if (!field.isPersonal() && !Objects.equals(one, other)) {
                    before.put(field.name(), one);
                    after.put(field.name(), other);
                }
            }
            if (differs && !field.isKey()) {
                differing.add(field.name());
            }
        }
        key.remove(COPY, "1");
        return new Example(key, differing, isLive ? before : null, isNew ? after : null);
    }

    /**
     * One field of a row.
     *
     * @param sqlNames of the columns that hold it
     * @param isKey whether rows with the same value in it are the same row
     * @param isPersonal whether its values are shown to nobody
     */
    private record Field(String name, List<String> sqlNames, boolean isKey, boolean isPersonal) {

        static Field position(String name, boolean isKey) {
            return new Field(name, List.of(name), isKey, false);
        }
    }
}
