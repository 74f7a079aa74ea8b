package eu.tremplin.domain.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Asks an aggregate that a decision depends on and does not change. The version that was read is asserted by the
 * append, so a decision never rests on what has changed meanwhile.
 */
public final class ReadOnly {

    private static final String ASSERTED_VERSIONS = ReadOnly.class.getName();

    private ReadOnly() {}

    public static <T, R> R ask(Repository<T> repository, Identifier id, Function<T, R> question) {
        return asserted(repository, id).invoke(question);
    }

    /** Asks a question whose only answer is a refusal or silence. */
    public static <T> void require(Repository<T> repository, Identifier id, Consumer<T> guard) {
        asserted(repository, id).execute(guard);
    }

    /** The same, where no such aggregate has nothing to say. */
    public static <T> void requireIfThere(Repository<T> repository, Identifier id, Consumer<T> guard) {
        Aggregate<T> aggregate;
        try {
            aggregate = asserted(repository, id);
        } catch (AggregateNotFoundException _) {
            return;
        }
        aggregate.execute(guard);
    }

    /** Fails as not found when there is no such aggregate. */
    public static void requireExisting(Repository<?> repository, Identifier id) {
        asserted(repository, id);
    }

    private static <T> Aggregate<T> asserted(Repository<T> repository, Identifier id) {
        Aggregate<T> aggregate = repository.load(id.toString());
        // When it is asked again, this unit of work may have written it in between: what counts is how it was found.
        assertedVersions(CurrentUnitOfWork.get()).putIfAbsent(id.toString(), aggregate.version());
        return aggregate;
    }

    /** Versions by stream that the append of this unit of work must still find. */
    public static Map<String, Long> assertedVersions(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(ASSERTED_VERSIONS, _ -> new LinkedHashMap<>());
    }
}
