package eu.tremplin.application.projecting.loading;

import eu.tremplin.application.eventstore.EventScan.Scanned;
import eu.tremplin.application.projecting.Failures;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Handlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One read model while it is loaded: what it cannot handle is left out, and so is what follows in the same stream. */
final class ModelLoad {

    private final Loaded loaded;
    private final Handlers handlers;
    private final LoadingRows rows;
    private final Set<UUID> parked;
    private final List<LeftOut> leftOut = new ArrayList<>();

    ModelLoad(Loaded loaded, CopyLane lane) {
        this.loaded = loaded;
        handlers = new Handlers(loaded.readModel());
        rows = new LoadingRows(loaded.readModel(), loaded.schema(), lane);
        parked = new HashSet<>(loaded.parked());
    }

    LoadingRows rows() {
        return rows;
    }

    boolean ignores(Class<? extends DomainEvent> events) {
        return handlers.ignore(events);
    }

    void take(Scanned scanned) throws SQLException, InterruptedException {
        DomainEvent event = scanned.event();
        if (event != null && handlers.ignore(event.getClass()) && parked.isEmpty()) {
            return;
        }
        if (!loaded.skipped().isEmpty() && loaded.skipped().contains(scanned.position())) {
            leaveOut(scanned, null, false);
        } else if (!parked.isEmpty() && parked.contains(scanned.stream())) {
            leaveOut(scanned, "It waits behind an earlier event of its stream.", false);
        } else if (event == null) {
            park(scanned, scanned.failure());
        } else {
            try {
                change(scanned, event);
            } catch (LaneBroken e) {
                throw e;
            } catch (RuntimeException e) {
                park(scanned, e);
            }
        }
    }

    private void change(Scanned scanned, DomainEvent event) throws SQLException, InterruptedException {
        var envelope = new Envelope(scanned.position(), scanned.stream(), scanned.version(), scanned.recordedAt());
        rows.change(scanned.position(), () -> handlers.project(event, envelope, rows));
    }

    private void park(Scanned scanned, @Nullable RuntimeException failure) {
        parked.add(scanned.stream());
        leaveOut(scanned, failure == null ? "It cannot be read." : Failures.describe(failure), true);
    }

    private void leaveOut(Scanned scanned, @Nullable String cause, boolean tried) {
        leftOut.add(new LeftOut(
                loaded.readModel().name(),
                scanned.position(),
                scanned.stream(),
                scanned.type().name(),
                cause,
                tried));
    }

    /** What was left out since this was last asked. */
    List<LeftOut> leftOut() {
        List<LeftOut> all = List.copyOf(leftOut);
        leftOut.clear();
        return all;
    }
}
