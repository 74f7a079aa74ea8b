package eu.tremplin.domain.editions;

import java.time.Instant;

/** How far an edition has come. */
sealed interface EditionStage {

    record Unplanned() implements EditionStage {}

    record Planned() implements EditionStage {}

    /** Planned, and the deadlines are known. */
    record Scheduled(Deadlines deadlines) implements EditionStage {

        Open opened(Instant at) {
            return new Open(deadlines, CallWindow.open(at, deadlines.enforced()));
        }
    }

    /** The call has been opened, whatever has happened since. */
    sealed interface Called extends EditionStage {

        CallWindow window();
    }

    record Open(Deadlines deadlines, CallWindow window) implements Called {

        Open extended(Deadlines later) {
            return new Open(later, window.extendedTo(later.enforced()));
        }

        Closed closed(Instant at) {
            return new Closed(deadlines, window.closed(at));
        }
    }

    record Closed(Deadlines deadlines, CallWindow window) implements Called {

        Open reopened(Deadlines now) {
            return new Open(now, window.extendedTo(now.enforced()));
        }
    }

    record Running(CallWindow window) implements Called {}

    record Ended(CallWindow window) implements Called {}

    record Cancelled() implements EditionStage {}
}
