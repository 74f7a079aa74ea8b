package eu.tremplin.application.dashboard;

import eu.tremplin.application.web.queries.ReadModelRows;
import eu.tremplin.application.web.queries.ReadModelRows.Selection;
import eu.tremplin.application.web.queries.Row;
import eu.tremplin.projections.kit.Column;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table as somebody reads them: without ids and versions, which are for programs and in the file.
 *
 * @param count of all that match
 * @param first address of the first page; null where this is it
 * @param next address of the page behind this one; null on the last one
 */
record ListPage(
        String table,
        String title,
        List<Heading> headings,
        List<Line> lines,
        List<Choice> choices,
        List<Narrowed> narrowed,
        List<Tab> tabs,
        long count,
        String sort,
        @Nullable String first,
        @Nullable String next,
        String csv) {

    private static final Set<String> FOR_PROGRAMS = Set.of("version", "lastPosition", "position", "line");
    private static final String STARTUP = "startupName";

    static ListPage of(
            String table,
            Map<String, String> filter,
            String sort,
            boolean furtherPage,
            Selection selection,
            long count,
            ZoneId zone) {
        // People are wider than the rest, and looked for less often.
        List<Column> shown = selection.columns().stream()
                .filter(ListPage::isForReaders)
                .sorted(Comparator.comparing(column -> column.kind() == Column.Kind.PERSONAL))
                .toList();
        return new ListPage(
                table,
                Words.table(table),
                shown.stream()
                        .map(column -> heading(table, filter, sort, column))
                        .toList(),
                selection.rows().stream().map(row -> line(shown, row, zone)).toList(),
                selection.columns().stream()
                        .filter(column -> column.kind() == Column.Kind.CHOICE)
                        .map(column -> choice(column, filter))
                        .toList(),
                filter.keySet().stream()
                        .filter(name -> selection.columns().stream()
                                .noneMatch(column -> column.kind() == Column.Kind.CHOICE
                                        && column.name().equals(name)))
                        .map(name -> narrowed(table, filter, name))
                        .toList(),
                tabs(table, filter),
                count,
                sort,
                furtherPage ? address(table, filter, sort, "") : null,
                selection.next() == null ? null : address(table, filter, sort, selection.next()),
                Link.csv(table, sorted(filter, sort)));
    }

    private static boolean isForReaders(Column column) {
        return column.kind() != Column.Kind.ID && !FOR_PROGRAMS.contains(column.name());
    }

    private static Heading heading(String table, Map<String, String> filter, String sort, Column column) {
        boolean ascending = sort.equals(column.name());
        boolean descending = sort.equals("-" + column.name());
        return new Heading(
                Words.heading(column.name()),
                isNumber(column),
                // Personal columns are ciphertext, which has no order.
                column.kind() == Column.Kind.PERSONAL
                        ? ""
                        : address(table, filter, ascending ? "-" + column.name() : column.name(), ""),
                ascending ? "ascending" : descending ? "descending" : "none");
    }

    private static boolean isNumber(Column column) {
        return switch (column.kind()) {
            case INTEGER, LONG, DECIMAL -> true;
            case ID, TEXT, CHOICE, INSTANT, DATE, FLAG, PERSONAL -> false;
        };
    }

    private static Line line(List<Column> columns, Row row, ZoneId zone) {
        return new Line(columns.stream()
                .map(column -> new Cell(
                        Words.value(column, row.values().get(column.name()), zone),
                        link(column, row),
                        isNumber(column)))
                .toList());
    }

    private static String link(Column column, Row row) {
        return switch (column.name()) {
            case STARTUP -> row.values().get("application") == null ? "" : Link.application(row.id("application"));
            case "programme" -> Link.to("/", Map.of("edition", row.id("edition")));
            default -> "";
        };
    }

    private static Choice choice(Column column, Map<String, String> filter) {
        String chosen = filter.getOrDefault(column.name(), "");
        return new Choice(
                column.name(),
                Words.heading(column.name()),
                column.choices().stream()
                        .map(name -> new Option(name, Words.choice(name), name.equals(chosen)))
                        .toList());
    }

    private static Narrowed narrowed(String table, Map<String, String> filter, String name) {
        var others = new HashMap<>(filter);
        String value = others.remove(name);
        return new Narrowed(name, Words.heading(name), String.valueOf(value), address(table, others, "", ""));
    }

    private static List<Tab> tabs(String table, Map<String, String> filter) {
        String edition = filter.get("edition");
        return ReadModelRows.tables().stream()
                .map(other -> new Tab(
                        Words.table(other),
                        Link.list(other, edition == null ? Map.of() : Map.of("edition", edition)),
                        other.equals(table)))
                .toList();
    }

    private static String address(String table, Map<String, String> filter, String sort, String cursor) {
        Map<String, String> asked = sorted(filter, sort);
        if (!cursor.isEmpty()) {
            asked.put("cursor", cursor);
        }
        return Link.list(table, asked);
    }

    private static Map<String, String> sorted(Map<String, String> filter, String sort) {
        var asked = new HashMap<>(filter);
        if (!sort.isEmpty()) {
            asked.put("sort", sort);
        }
        return asked;
    }

    /**
     * The head of a column.
     *
     * @param link sorts by it, the other way round where it is sorted already; empty where that is not possible
     * @param sorted as {@code aria-sort} has it
     */
    record Heading(String name, boolean number, String link, String sorted) {}

    record Line(List<Cell> cells) {}

    record Cell(String text, String link, boolean number) {}

    /** A column that can be narrowed to one of a few values. */
    record Choice(String name, String title, List<Option> options) {}

    record Option(String name, String title, boolean chosen) {}

    /** A filter that no choice shows, and the address without it. */
    record Narrowed(String name, String title, String value, String without) {}

    /** Another list. */
    record Tab(String title, String link, boolean current) {}
}
