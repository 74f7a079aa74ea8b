package eu.tremplin.application.web.queries;

import eu.tremplin.application.projecting.SqlTable;
import eu.tremplin.application.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves out of what is shown of applications those of startups with which the caller has a conflict of interest. */
@Component
final class Withheld {

    /** Where applications are judged; what became of one is nobody's secret. */
    private static final Set<String> TABLES = Set.of("worklist", "selection-board", "selection-reviews");

    private static final String CONFLICTS = "conflicts";

    /** A conflict's last day is over once it is over everywhere. */
    private static final ZoneOffset LAST_PLACE_ON_EARTH = ZoneOffset.ofHours(-12);

    private final Snapshots snapshots;
    private final Clock clock;

    Withheld(Snapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** The query without what is not shown to the caller, by the conflicts that are known now. */
    TableQuery from(Caller caller, TableQuery query) {
        return TABLES.contains(query.table().path()) ? query.withholding(conflictsOf(caller)) : query;
    }

    /** Waits a moment until it is known what was a conflict at a position, where that matters. */
    void awaitPosition(PublishedTable asked, long position) {
        if (TABLES.contains(asked.path())) {
            snapshots.awaitPosition(PublishedTable.at(CONFLICTS), position);
        }
    }

    private List<TableQuery.Interest> conflictsOf(Caller caller) {
        PublishedTable conflicts = PublishedTable.at(CONFLICTS);
        TableQuery query = TableQuery.parse(
                conflicts,
                Map.of(
                        "person", new String[] {caller.person().value().toString()},
                        "standing", new String[] {"HOLDS"}));
        LocalDate today = clock.instant().atOffset(LAST_PLACE_ON_EARTH).toLocalDate();
        return snapshots.read(query, (connection, source, _) -> active(query, connection, source, today));
    }

    private static List<TableQuery.Interest> active(
            TableQuery query, Connection connection, SqlTable source, LocalDate today) throws SQLException {
        var interests = new ArrayList<TableQuery.Interest>();
        try (var statement = query.prepare(connection, source.select(), 0);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                List<@Nullable Object> row = source.read(rows);
                if (!(value(query, row, "activeUntil") instanceof LocalDate last && last.isBefore(today))) {
                    interests.add(new TableQuery.Interest(id(query, row, "edition"), id(query, row, "startup")));
                }
            }
        }
        return interests;
    }

    private static UUID id(TableQuery query, List<@Nullable Object> row, String column) {
        return (UUID) Objects.requireNonNull(value(query, row, column), column);
    }

    private static @Nullable Object value(TableQuery query, List<@Nullable Object> row, String column) {
        return row.get(query.table().table().place(column));
    }
}
