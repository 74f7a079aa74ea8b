package eu.tremplin.application.eventstore.snapshots;

/** Is told what becomes of snapshots; must return at once and not fail. */
public interface SnapshotObserver {

    SnapshotObserver NONE = new SnapshotObserver() {};

    /** A stream was read from a snapshot and the events behind it. */
    default void used(int eventsBehind) {}

    /** One was there and the stream was folded whole all the same. */
    default void passedOver(PassedOver why) {}

    /** One was made and kept. */
    default void made() {}

    /** One was due and nobody had time for it. */
    default void dropped() {}

    /** One could not be made. */
    default void failed() {}
}
