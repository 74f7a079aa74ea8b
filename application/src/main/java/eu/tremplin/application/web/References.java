package eu.tremplin.application.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.tremplin.application.eventstore.Streams;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whether something named in a body exists, where the rule that is asked does not look at it itself. What exists once
 * exists for ever, so it is looked up once.
 */
@Component
public final class References {

    private static final int REMEMBERED = 100_000;

    private final Streams streams;
    private final Cache<Known, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    References(Streams streams) {
        this.streams = streams;
    }

    public void require(StartupId startup) {
        if (!exists("outcomes.Startup", startup.value())) {
            throw Problem.because(EdgeReason.UNKNOWN_REFERENCE, Map.of("id", startup));
        }
    }

    /** For an edition that stands in the address. */
    public void requireAddressed(EditionId edition) {
        if (!exists("editions.Edition", edition.value())) {
            throw Problem.because(EdgeReason.NOT_FOUND);
        }
    }

    private boolean exists(String aggregateType, UUID id) {
        return known.get(new Known(aggregateType, id), asked -> streams.exists(aggregateType, id) ? asked : null)
                != null;
    }

    private record Known(String aggregateType, UUID id) {}
}
