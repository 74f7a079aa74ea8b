package eu.tremplin.domain.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Asks an aggregate that a decision depends on and does not change. The version that was read is asserted by the
 * append, so a decision never rests on what has changed meanwhile.
 */
public final class ReadOnly {

    private static final String ASSERTED_VERSIONS = ReadOnly.class.getName();

    private ReadOnly() {}

    public static <T, R> R ask(Repository<T> repository, Identifier id, Function<T, R> question) {
        Aggregate<T> aggregate = repository.load(id.toString());
        assertedVersions(CurrentUnitOfWork.get()).put(id.toString(), aggregate.version());
        return aggregate.invoke(question);
    }

    /** Versions by stream that the append of this unit of work must still find. */
    public static Map<String, Long> assertedVersions(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(ASSERTED_VERSIONS, _ -> new LinkedHashMap<>());
    }
}
