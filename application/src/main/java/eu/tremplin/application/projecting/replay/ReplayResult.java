package eu.tremplin.application.projecting.replay;

import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.rebuild.Comparison;
import eu.tremplin.application.projecting.rebuild.TableDifference;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the live rows were at a position, held against what the log says they were.
 *
 * @param liveGeneration number of the generation that answered queries when they were compared
 * @param liveVersion of the read model that its rows are made by
 * @param notCompared tables that follow from others when they are asked for, or that the live rows of another version
 *     lack
 * @param rowsCompared how many the log has led to, those counted that are former by now
 * @param tables how each table differs; {@code missing} is what only the live one has, {@code added} what only the log
 *     says
 * @param eventsApart events up to the position that are not in the rows of both as the log has them, the first of them
 * @param eventsApartInAll how many there are
 */
public record ReplayResult(
        Verdict verdict,
        int liveGeneration,
        int liveVersion,
        List<String> notCompared,
        long rowsCompared,
        List<TableDifference> tables,
        List<EventApart> eventsApart,
        int eventsApartInAll) {

    private static final int SHOWN = 200;

    public ReplayResult {
        notCompared = List.copyOf(notCompared);
        tables = List.copyOf(tables);
        eventsApart = List.copyOf(eventsApart);
    }

    static ReplayResult of(ReadModel readModel, Generation live, List<TableDifference> tables, List<EventApart> apart) {
        boolean alike = apart.isEmpty() && live.version() == readModel.version();
        return new ReplayResult(
                Comparison.isNone(tables) ? Verdict.SAME : alike ? Verdict.DIFFERENT : Verdict.PERHAPS_EXPLAINED,
                live.number(),
                live.version(),
                notCompared(readModel, tables),
                tables.stream().mapToLong(TableDifference::rows).sum(),
                tables,
                apart.subList(0, Math.min(SHOWN, apart.size())),
                apart.size());
    }

    private static List<String> notCompared(ReadModel readModel, List<TableDifference> tables) {
        Set<String> compared = tables.stream().map(TableDifference::table).collect(Collectors.toSet());
        return readModel.tables().stream()
                .map(Table::name)
                .filter(name -> !compared.contains(name))
                .toList();
    }

    /** Whether the live rows are what the log says. */
    public enum Verdict {
        SAME,
        /** They are not, and nothing that Tremplin knows of explains it. */
        DIFFERENT,
        /**
         * They are not; but events are apart, or the live rows are made by another version of the read model. Whether
         * that explains each difference is for people to say.
         */
        PERHAPS_EXPLAINED
    }
}
