package eu.tremplin.domain.applications;

/** What a reviewer would do with the application. */
public enum Recommendation {
    ADMIT,
    DISCUSS,
    DECLINE
}
