package eu.tremplin.domain.applications;

/** What a decision says. */
public enum DecisionOutcome {
    ADMITTED,
    WAITLISTED,
    DECLINED
}
