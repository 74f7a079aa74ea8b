package eu.tremplin.projections.kit;

import eu.tremplin.domain.shared.DomainEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Something people look at: tables, and how each event changes their rows. */
public interface ReadModel {

    /** Stable public name in kebab case, {@code cohort-roster}. */
    String name();

    /** Number of the present shape and meaning of the rows; raising it has them built anew from the whole log. */
    int version();

    List<Table<?>> tables();

    /**
     * One handler for every family of events: a family nobody answers for stops the read model, it is never skipped.
     */
    List<Handler<?>> handlers();

    /**
     * The statements that create the tables and their indexes, and the views that are its computed tables, kept in a
     * file of the read model's name beside its class. The schema appears in them as <code>${schema}</code>.
     */
    default String ddl() {
        String file = name() + ".sql";
        try (InputStream in = getClass().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + file + " beside " + getClass());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the rows as the event says. */
    default void project(DomainEvent event, Envelope envelope, Rows rows) {
        for (Handler<?> handler : handlers()) {
            if (handler.answersFor(event)) {
                handler.handle(event, envelope, rows);
                return;
            }
        }
        throw new IllegalStateException(name() + " does not say what it does with " + event.getClass());
    }
}
