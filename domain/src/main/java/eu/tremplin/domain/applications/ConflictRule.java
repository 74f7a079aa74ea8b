package eu.tremplin.domain.applications;

/** By which rule a conflict of interest is detected in what is known of people and companies. */
public enum ConflictRule {
    /** Until four years after they last published together. */
    CO_AUTHOR(ConflictKind.COLLABORATION),
    /** Until a year after they last belonged to one organisation. */
    SAME_ORGANISATION(ConflictKind.EMPLOYMENT),
    /** For life. */
    FAMILY(ConflictKind.FAMILY),
    /** For life, whichever of them advised the other. */
    ADVISOR(ConflictKind.ADVISORY);

    private final ConflictKind kind;

    ConflictRule(ConflictKind kind) {
        this.kind = kind;
    }

    public ConflictKind kind() {
        return kind;
    }
}
