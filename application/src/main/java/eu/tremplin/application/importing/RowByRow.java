package eu.tremplin.application.importing;

import eu.tremplin.application.commands.CommandRefused;
import eu.tremplin.application.importing.ImportReport.Line;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through a file once and gives an account of every row. Rows are read in the order of the file; several are then
 * under way at a time, as each waits for the disk and they can wait together.
 */
final class RowByRow {

    private static final Logger LOG = LoggerFactory.getLogger(RowByRow.class);
    private static final int PROGRESS_EVERY = 1_000;

    /** Fewer than the connections there are, so that others who work meanwhile have some. */
    private static final int AT_A_TIME = 8;

    private final Mapping mapping;
    private final RowReader reader;
    private final Register register;
    private final Effect effect;
    private final Map<StartupId, Long> lineByStartup = new HashMap<>();
    private int done;

    RowByRow(Mapping mapping, Register register, Effect effect) {
        this.mapping = mapping;
        this.reader = new RowReader(mapping);
        this.register = register;
        this.effect = effect;
    }

    /** One line for every row, in the order of the file. */
    List<Line> through(Upload file) throws IOException {
        try (var content = file.content().getInputStream();
                CsvTable table = CsvTable.open(content, mapping)) {
            return table.rows()
                    .map(this::read)
                    .gather(Gatherers.mapConcurrent(AT_A_TIME, Supplier::get))
                    .peek(_ -> progress())
                    .toList();
        }
    }

    /** What is left to do for a row once it is known that it is none that came before. */
    private Supplier<Line> read(CsvRow row) {
        StartupRow wanted;
        try {
            wanted = reader.read(row);
        } catch (Refusal refusal) {
            return () -> Line.refused(row, refusal.reason(), refusal.facts());
        }
        @Nullable Long earlier = lineByStartup.putIfAbsent(wanted.startup(), row.line());
        return earlier == null
                ? () -> alreadyThere(row, wanted).orElseGet(() -> take(row, wanted))
                : () -> Line.refused(row, RowReason.ROW_TWICE, Map.of("earlierLine", earlier));
    }

    private Line take(CsvRow row, StartupRow wanted) {
        try {
            effect.of(row, wanted);
            return Line.imported(row, wanted.startup());
        } catch (CommandRefused refused) {
            // Another import of the same row may have been quicker since we looked.
            return alreadyThere(row, wanted).orElseGet(() -> Line.refused(row, refused.reason(), refused.facts()));
        }
    }

    private Optional<Line> alreadyThere(CsvRow row, StartupRow wanted) {
        Set<DomainEvent> known = register.factsOf(wanted.startup());
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(Line.alreadyThere(row, wanted.startup(), !known.containsAll(wanted.facts())));
    }

    private void progress() {
        if (++done % PROGRESS_EVERY == 0) {
            LOG.info("{} rows of an import done", done);
        }
    }

    /** What is done with a row that can be imported. */
    interface Effect {

        /**
         * Does it.
         *
         * @throws CommandRefused when a rule says no
         */
        void of(CsvRow row, StartupRow wanted);
    }
}
