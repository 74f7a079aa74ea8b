package eu.tremplin.application.checking;

import eu.tremplin.application.checking.EventsCheck.Passing;
import eu.tremplin.application.checking.EventsCheck.Piece;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.InEdition;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every event is the one next version of the stream whose id it names. */
final class WholeStreams implements Passing {

    @Override
    public void look(Piece piece, Snapshot snapshot, Findings findings) {
        for (LoggedEvent event : piece.events()) {
            placed(event, findings);
            event.event().ifPresent(known -> named(event, known, findings));
        }
    }

    private static void placed(LoggedEvent event, Findings findings) {
        if (event.head() == null) {
            add(findings, event, "Its stream has no head in log.stream");
        } else if (event.version() > event.head()) {
            add(
                    findings,
                    event,
                    "It is version %d of a stream whose head says %d".formatted(event.version(), event.head()));
        }
        if (event.version() > 0 && event.former() == null) {
            add(
                    findings,
                    event,
                    "It is version %d, and version %d of its stream is missing"
                            .formatted(event.version(), event.version() - 1));
        }
        if (event.former() != null && event.former() > event.position()) {
            add(
                    findings,
                    event,
                    "It is version %d and stands before version %d, at position %d"
                            .formatted(event.version(), event.version() - 1, event.former()));
        }
        if (event.same() > 1) {
            add(
                    findings,
                    event,
                    "There are %d events that are version %d of its stream".formatted(event.same(), event.version()));
        }
    }

    private static void named(LoggedEvent event, DomainEvent known, Findings findings) {
        if (!ownIdOf(known).equals(event.stream())) {
            add(findings, event, "It says of itself that it happened to " + ownIdOf(known));
        }
        @Nullable
        UUID edition = known instanceof InEdition within ? within.edition().value() : null;
        if (event.version() == 0 && event.head() != null && !Objects.equals(edition, event.edition())) {
            add(
                    findings,
                    event,
                    "It begins a stream of edition %s, and the head says %s".formatted(edition, event.edition()));
        }
    }

    /** An event names first what it happened to. */
    static UUID ownIdOf(DomainEvent event) {
        try {
            var accessor = event.getClass().getRecordComponents()[0].getAccessor();
            accessor.setAccessible(true);
            return ((Identifier) accessor.invoke(event)).value();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Findings findings, LoggedEvent event, String what) {
        findings.add(Finding.at(Invariant.STREAMS, event, what));
    }
}
