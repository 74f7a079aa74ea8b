package eu.tremplin.application.projecting;

import org.jspecify.annotations.Nullable;

/**
 * How one read model does.
 *
 * @param version that this Tremplin would make the rows by
 * @param head position up to which the log is complete
 * @param lag head − position
 * @param stopped why it does not follow the log, if it does not
 * @param parked how many events up to there are not in its rows, as they could not be handled
 */
public record ReadModelStatus(
        String name,
        int version,
        State state,
        long position,
        long head,
        long lag,
        Generation.@Nullable Stop stopped,
        int parked) {

    /** What can be expected of a read model. */
    public enum State {
        FOLLOWING,
        /** More events are parked than can be a matter of single ones, and it waits. */
        STOPPED,
        /** Its rows are another version's, and cannot be read before it is rebuilt. */
        OF_ANOTHER_VERSION
    }

    static ReadModelStatus of(String name, int version, Generation live, long head, int parked) {
        return new ReadModelStatus(
                name,
                version,
                state(version, live),
                live.position(),
                head,
                Math.max(0, head - live.position()),
                live.stopped(),
                parked);
    }

    private static State state(int version, Generation live) {
        if (live.version() != version) {
            return State.OF_ANOTHER_VERSION;
        }
        return live.stopped() == null ? State.FOLLOWING : State.STOPPED;
    }
}
