package eu.tremplin.application.dashboard;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.queries.ReadModelRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the editions that can be looked at. */
@Component
final class Editions {

    static final String TABLE = "editions";

    /** More than this many would be no choice. */
    private static final int CHOICES = 100;

    private final ReadModelRows rows;

    Editions(ReadModelRows rows) {
        this.rows = rows;
    }

    /** The latest editions and, where it is none of them, the one that is asked for. */
    Choice choice(Caller caller, @Nullable UUID asked) {
        var latest = new ArrayList<>(rows.select(caller, TABLE, Map.of(), "-startsOn", CHOICES).rows().stream()
                .map(Edition::of)
                .toList());
        if (asked == null) {
            return new Choice(latest, liveliest(latest));
        }
        Edition chosen = latest.stream()
                .filter(edition -> edition.id().equals(asked))
                .findFirst()
                .orElseGet(() -> {
                    Edition other = find(caller, asked);
                    latest.addFirst(other);
                    return other;
                });
        return new Choice(latest, Optional.of(chosen));
    }

    /** One edition, which must be there. */
    Edition find(Caller caller, UUID id) {
        return rows.select(caller, TABLE, Map.of("edition", id.toString()), "", 1).rows().stream()
                .map(Edition::of)
                .findFirst()
                .orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
    }

    private static Optional<Edition> liveliest(List<Edition> editions) {
        return editions.stream()
                .min(Comparator.comparing(Edition::stage)
                        .thenComparing(Comparator.comparing(Edition::startsOn).reversed()));
    }

    /**
     * Which editions there are, and which of them the page is about.
     *
     * @param chosen none where there are none
     */
    record Choice(List<Edition> all, Optional<Edition> chosen) {}
}
