package eu.tremplin.application.checking;

import java.util.List;
import java.util.function.Supplier;

/** Goes through the log in order and lets everything that concerns events look at them on the way. */
final class EventsCheck implements Check {

    private static final int AT_ONCE = 1_000;

    private final EventReading reading;
    private final Supplier<List<Passing>> lookers;

    EventsCheck(EventReading reading, Supplier<List<Passing>> lookers) {
        this.reading = reading;
        this.lookers = lookers;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Walk begin() {
        return new Walk() {

            private final List<Passing> looking = lookers.get();
            private long position;
            private long head;

            @Override
            public boolean goOn(Snapshot snapshot, Findings findings) {
                head = snapshot.head();
                List<LoggedEvent> events = reading.next(snapshot, position, AT_ONCE);
                boolean isLast = events.size() < AT_ONCE;
                long to = isLast
                        ? Math.max(position, snapshot.head())
                        : events.getLast().position();
                var piece = new Piece(position, to, events, isLast);
                looking.forEach(each -> each.look(piece, snapshot, findings));
                position = to;
                return !isLast;
            }

            @Override
            public String place() {
                return position + " of " + head;
            }
        };
    }

    /**
     * Some events that follow each other.
     *
     * @param after position behind which they begin
     * @param to last position that belongs to it, whether or not it is there
     * @param isLast whether nothing comes after it
     */
    record Piece(long after, long to, List<LoggedEvent> events, boolean isLast) {}

    /** Whoever looks at events while they pass. */
    interface Passing {

        void look(Piece piece, Snapshot snapshot, Findings findings);
    }
}
