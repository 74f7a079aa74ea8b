package eu.tremplin.application.web.queries;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.projections.kit.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order of rows; it ends with the key, so that no two rows are alike in it. */
record Ordering(List<By> columns) {

    private static final String PARAMETER = "sort";

    /** Reads {@code stage,-submittedAt}; a minus begins a column that descends. */
    static Ordering parse(PublishedTable table, @Nullable String sort) {
        var columns = new ArrayList<By>();
        if (sort != null && !sort.isEmpty()) {
            for (String part : sort.split(",", -1)) {
                boolean descending = part.startsWith("-");
                var by = new By(table.openColumn(descending ? part.substring(1) : part, PARAMETER), descending);
                if (columns.stream().anyMatch(former -> former.column().equals(by.column()))) {
                    throw Problem.because(EdgeReason.MALFORMED_PARAMETER, Map.of("parameter", PARAMETER));
                }
                columns.add(by);
            }
        }
        table.table().keyColumns().stream()
                .filter(key -> columns.stream().noneMatch(by -> by.column().equals(key)))
                .forEach(key -> columns.add(new By(key, false)));
        return new Ordering(List.copyOf(columns));
    }

    String sql() {
        return columns.stream().map(By::sql).collect(Collectors.joining(", ", " order by ", ""));
    }

    /** The same order, said shortly. */
    String text() {
        return columns.stream().map(By::text).collect(Collectors.joining(","));
    }

    /** One column of the order; absent values come last, whichever way it goes. */
    record By(Column column, boolean descending) {

        /** The column as it compares: texts by their code points, on every machine the same. */
        String compared() {
            return switch (column.kind()) {
                case TEXT, CHOICE -> column.sqlName() + " collate \"C\"";
                case ID, INTEGER, LONG, DECIMAL, INSTANT, DATE, FLAG, PERSONAL -> column.sqlName();
            };
        }

        private String sql() {
            return compared() + (descending ? " desc" : "") + " nulls last";
        }

        private String text() {
            return (descending ? "-" : "") + column.name();
        }
    }
}
