package eu.tremplin.application.problems;

import eu.tremplin.domain.applications.ApplicationReason;
import eu.tremplin.domain.cohorts.CohortReason;
import eu.tremplin.domain.credits.CreditReason;
import eu.tremplin.domain.editions.EditionReason;
import eu.tremplin.domain.outcomes.OutcomeReason;
import eu.tremplin.domain.participations.ParticipationReason;
import eu.tremplin.domain.partners.PartnerReason;
import eu.tremplin.domain.shared.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Every reason for which something is not done, under its public name. */
public final class Catalogue {

    private static final Map<String, List<? extends Reason>> CHAPTERS = chapters();
    private static final Map<String, Reason> BY_CODE = CHAPTERS.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Reason::code, r -> r));

    private Catalogue() {}

    /** Reasons by the part of the system that gives them, in the order in which they are documented. */
    public static Map<String, List<? extends Reason>> all() {
        return CHAPTERS;
    }

    public static Optional<Reason> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static HttpStatus status(Reason reason) {
        return reason instanceof EdgeReason edge ? edge.status() : HttpStatus.CONFLICT;
    }

    /** The code in words: {@code Quorum not met}. */
    public static String title(Reason reason) {
        String words = reason.code().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<String, List<? extends Reason>> chapters() {
        var chapters = new LinkedHashMap<String, List<? extends Reason>>();
        chapters.put("The edge", List.of(EdgeReason.values()));
        chapters.put("Users", List.of(UserReason.values()));
        chapters.put("Editions", List.of(EditionReason.values()));
        chapters.put("Partners and pledges", List.of(PartnerReason.values()));
        chapters.put("Applications and reviewers", List.of(ApplicationReason.values()));
        chapters.put("Cohorts", List.of(CohortReason.values()));
        chapters.put("Participations", List.of(ParticipationReason.values()));
        chapters.put("Credits", List.of(CreditReason.values()));
        chapters.put("Outcomes", List.of(OutcomeReason.values()));
        return chapters;
    }
}
