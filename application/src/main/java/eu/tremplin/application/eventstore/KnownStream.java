package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.snapshots.StateForms;
import eu.tremplin.application.eventstore.snapshots.UnreadableState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A stream as it was read: all of its events, or a snapshot and the events behind it.
 *
 * @param shortcut in the place of the events before {@code events}
 */
record KnownStream(@Nullable StoredSnapshot shortcut, List<StoredEvent> events) {

    static final KnownStream NOTHING = whole(List.of());

    KnownStream {
        events = List.copyOf(events);
    }

    static KnownStream whole(List<StoredEvent> events) {
        return new KnownStream(null, events);
    }

    /** Of its last event; -1 where there is none. */
    long version() {
        if (!events.isEmpty()) {
            return events.getLast().version();
        }
        return shortcut == null ? -1 : shortcut.version();
    }

    /** The edition it belongs to, as far as it says. */
    @Nullable
    UUID editionId() {
        if (!events.isEmpty()) {
            return events.getFirst().editionId();
        }
        return shortcut == null ? null : shortcut.editionId();
    }

    KnownStream followedBy(List<StoredEvent> more) {
        var all = new ArrayList<>(events);
        all.addAll(more);
        return new KnownStream(shortcut, all);
    }

    /** The same with a snapshot in the place of what it holds; as it is where that gains nothing. */
    KnownStream shortenedBy(StoredSnapshot snapshot) {
        boolean gains = shortcut == null || shortcut.version() < snapshot.version();
        return gains && snapshot.version() <= version()
                ? new KnownStream(
                        snapshot,
                        events.stream()
                                .filter(event -> event.version() > snapshot.version())
                                .toList())
                : this;
    }

    /**
     * What an aggregate is made of, in order.
     *
     * @throws UnreadableState when the snapshot cannot be used
     */
    List<DomainEventMessage<?>> messages(StateForms forms) {
        var messages = new ArrayList<DomainEventMessage<?>>(events.size() + 1);
        if (shortcut != null) {
            messages.add(shortcut.asMessage(forms));
        }
        events.forEach(event -> messages.add(event.asMessage()));
        return messages;
    }
}
