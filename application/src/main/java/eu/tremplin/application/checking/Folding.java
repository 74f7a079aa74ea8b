package eu.tremplin.application.checking;

import eu.tremplin.application.checking.EventsCheck.Passing;
import eu.tremplin.application.checking.EventsCheck.Piece;
import eu.tremplin.application.checking.Generations.Generation;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.InMemoryRows;
import eu.tremplin.projections.kit.ReadModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the log into every generation of rows there is, in memory, and holds what is stored against it. Events that a
 * generation has put aside are left out of its fold.
 */
final class Folding implements Passing {

    private static final String PUT_ASIDE = """
        select position from projecting.parked where read_model = :readModel and number = :number\
        """;

    private final List<ReadModel> readModels;
    private @Nullable List<Fold> folds;

    Folding(List<ReadModel> readModels) {
        this.readModels = readModels;
    }

    @Override
    public void look(Piece piece, Snapshot snapshot, Findings findings) {
        List<Fold> all = folds == null ? begin(snapshot) : folds;
        folds = all;
        for (LoggedEvent event : piece.events()) {
            all.forEach(fold -> fold.take(event, findings));
        }
        if (piece.isLast()) {
            all.forEach(fold -> fold.compare(snapshot, findings));
        }
    }

    private List<Fold> begin(Snapshot snapshot) {
        var begun = new ArrayList<Fold>();
        for (Generation generation : Generations.all(snapshot)) {
            // One of another version is made by code that is not here; one that is being filled is not complete.
            if (generation.followed() && generation.position() <= snapshot.head()) {
                readModel(generation)
                        .ifPresent(known -> begun.add(new Fold(generation, known, aside(generation, snapshot))));
            }
        }
        return begun;
    }

    private Optional<ReadModel> readModel(Generation generation) {
        return readModels.stream()
                .filter(each -> each.name().equals(generation.readModel()) && each.version() == generation.version())
                .findFirst();
    }

    private static Set<Long> aside(Generation generation, Snapshot snapshot) {
        return new HashSet<>(snapshot.jdbc()
                .sql(PUT_ASIDE)
                .param("readModel", generation.readModel())
                .param("number", generation.number())
                .query(Long.class)
                .list());
    }

    /** The rows of one generation as they should be. */
    private static final class Fold {

        private final Generation generation;
        private final ReadModel readModel;
        private final Set<Long> aside;
        private final InMemoryRows rows = new InMemoryRows();
        private boolean broken;

        private Fold(Generation generation, ReadModel readModel, Set<Long> aside) {
            this.generation = generation;
            this.readModel = readModel;
            this.aside = aside;
        }

        private void take(LoggedEvent event, Findings findings) {
            if (broken || event.position() > generation.position() || aside.contains(event.position())) {
                return;
            }
            if (event.event().isEmpty()) {
                // Which is found by others, and nothing can be said of rows that lack it.
                broken = true;
                return;
            }
            try {
                readModel.project(
                        event.event().get(),
                        new Envelope(event.position(), event.stream(), event.version(), event.recordedAt()),
                        rows);
            } catch (RuntimeException e) {
                broken = true;
                findings.add(Finding.at(
                        Invariant.READ_MODELS,
                        event,
                        "%s has handled an event that cannot be: %s"
                                .formatted(generation, e.getClass().getSimpleName())));
            }
        }

        private void compare(Snapshot snapshot, Findings findings) {
            if (!broken) {
                readModel.tables().stream()
                        .filter(table -> !table.computed())
                        .forEach(table -> new StoredTable(generation, table).compare(rows, snapshot, findings));
            }
        }
    }
}
