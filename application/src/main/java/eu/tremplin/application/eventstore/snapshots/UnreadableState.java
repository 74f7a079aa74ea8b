package eu.tremplin.application.eventstore.snapshots;

import org.jspecify.annotations.Nullable;

/** A snapshot that cannot be used; the events it stands for still can. */
public final class UnreadableState extends RuntimeException {

    private final PassedOver why;

    public UnreadableState(PassedOver why, @Nullable Throwable cause) {
        // What it says is nobody's to read in a log.
        super(why.name(), cause, false, false);
        this.why = why;
    }

    public PassedOver why() {
        return why;
    }
}
