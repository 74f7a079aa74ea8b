package eu.tremplin.application.eventstore;

import java.util.Set;
import java.util.function.Supplier;

/** Stands around every append, for whoever measures how long it takes and what comes of it. */
@FunctionalInterface
public interface AppendObserver {

    AppendObserver NONE = (_, append) -> append.get();

    /**
     * Has the append done, and answers or fails as it does.
     *
     * @param aggregateTypes of the streams that move on, for whoever asks
     */
    Appended around(Supplier<Set<String>> aggregateTypes, Supplier<Appended> append);
}
