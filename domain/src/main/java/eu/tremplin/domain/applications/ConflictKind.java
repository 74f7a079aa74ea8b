package eu.tremplin.domain.applications;

/** What ties a reviewer to a startup. */
public enum ConflictKind {
    EMPLOYMENT,
    INVESTMENT,
    ADVISORY,
    FAMILY,
    COLLABORATION,
    COMPETITION
}
