package eu.tremplin.projections.kit;

import eu.tremplin.domain.shared.DomainEvent;

/**
 * What a read model does with one family of events.
 *
 * @param events the sealed interface of the family
 */
public record Handler<E extends DomainEvent>(Class<E> events, Change<? super E> change) {

    private static final Change<DomainEvent> NOTHING = (_, _, _) -> {};

    public static <E extends DomainEvent> Handler<E> handling(Class<E> events, Change<E> change) {
        return new Handler<>(events, change);
    }

    /** Says out loud that a family changes nothing here. */
    public static <E extends DomainEvent> Handler<E> ignoring(Class<E> events) {
        return new Handler<>(events, NOTHING);
    }

    public boolean answersFor(DomainEvent event) {
        return events.isInstance(event);
    }

    /** Whether the family changes nothing. */
    boolean ignores() {
        return change.equals(NOTHING);
    }

    void handle(DomainEvent event, Envelope envelope, Rows rows) {
        change.apply(events.cast(event), envelope, rows);
    }

    /** A function of its arguments alone. */
    @FunctionalInterface
    public interface Change<E extends DomainEvent> {

        void apply(E event, Envelope envelope, Rows rows);
    }
}
