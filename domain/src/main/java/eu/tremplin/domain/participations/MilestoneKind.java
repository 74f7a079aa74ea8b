package eu.tremplin.domain.participations;

/** What a milestone asks for. */
public enum MilestoneKind {
    DELIVERABLE,
    /** The report without which nobody graduates. */
    FINAL_REPORT
}
