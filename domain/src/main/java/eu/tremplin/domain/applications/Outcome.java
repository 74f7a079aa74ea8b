package eu.tremplin.domain.applications;

/** What a decision says. */
public enum Outcome {
    ADMITTED,
    WAITLISTED,
    DECLINED
}
