package eu.tremplin.application.web.queries;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that people may ask.
 *
 * @param path its name in an address, {@code cohort-roster}
 */
record PublishedTable(String path, ReadModel readModel, Table<?> table) {

    private static final String VERSION = "version";

    static List<PublishedTable> all() {
        return ReadModels.all().stream()
                .flatMap(readModel -> readModel.tables().stream()
                        .filter(Table::published)
                        .map(table -> new PublishedTable(table.name().replace('_', '-'), readModel, table)))
                .toList();
    }

    static PublishedTable at(String path) {
        return all().stream()
                .filter(table -> table.path().equals(path))
                .findFirst()
                .orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
    }

    /** Columns by which rows can be found and put in order: all but the personal ones, which are ciphertext. */
    List<Column> openColumns() {
        return table.columns().stream()
                .filter(column -> column.kind() != Column.Kind.PERSONAL)
                .toList();
    }

    Column openColumn(String name, String parameter) {
        return openColumns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.because(
                        EdgeReason.MALFORMED_PARAMETER,
                        Map.of(
                                "parameter",
                                parameter,
                                "allowed",
                                openColumns().stream().map(Column::name).toList())));
    }

    /** Where a row says which version of its stream it shows, if it does. */
    Optional<Integer> versionPlace() {
        return table.columns().stream().anyMatch(column -> column.name().equals(VERSION))
                ? Optional.of(table.place(VERSION))
                : Optional.empty();
    }
}
