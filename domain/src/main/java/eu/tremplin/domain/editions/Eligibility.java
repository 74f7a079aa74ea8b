package eu.tremplin.domain.editions;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may take part in an edition; each part is one rule whose result is recorded with what it looked at.
 *
 * @param legalSeats ISO 3166 alpha-2 codes of the countries a startup may have its legal seat in; empty for any
 * @param stages stages a startup may be at; empty for any
 */
public record Eligibility(
        Set<String> legalSeats,
        Set<StartupStage> stages,
        boolean openModelRequired,
        boolean civilPurposeRequired,
        boolean independenceRequired,
        int maxPriorParticipations) {

    public Eligibility {
        legalSeats = java.util.Collections.unmodifiableSet(new TreeSet<>(legalSeats));
        stages = java.util.Collections.unmodifiableSet(new TreeSet<>(stages));
    }

    /** Every rule applied to a startup's facts, in a fixed order. */
    public List<RuleResult> check(StartupProfile profile) {
        return List.of(
                new RuleResult("legal-seat", legalSeats.isEmpty() || legalSeats.contains(profile.legalSeat())),
                new RuleResult("stage", stages.isEmpty() || stages.contains(profile.stage())),
                new RuleResult("open-model", !openModelRequired || profile.openModelUsed()),
                new RuleResult("civil-purpose", !civilPurposeRequired || profile.civilPurpose()),
                new RuleResult("independence", !independenceRequired || profile.independent()),
                new RuleResult("prior-participations", profile.priorParticipations() <= maxPriorParticipations));
    }

    /** Whether one rule was met. */
    public record RuleResult(String rule, boolean met) {}
}
