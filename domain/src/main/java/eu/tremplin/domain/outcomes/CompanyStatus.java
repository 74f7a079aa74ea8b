package eu.tremplin.domain.outcomes;

/** Whether a company lives; unknown is never counted as survival. */
public enum CompanyStatus {
    ACTIVE,
    EXITED,
    CLOSED,
    UNKNOWN
}
