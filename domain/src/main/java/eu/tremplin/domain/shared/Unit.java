package eu.tremplin.domain.shared;

/** What an amount of credits counts. Units are never mixed and never converted. */
public enum Unit {
    GPU_HOUR,
    NODE_HOUR,
    EUR_CREDIT,
    SEAT,
    DESK,
    MENTORING_HOUR
}
