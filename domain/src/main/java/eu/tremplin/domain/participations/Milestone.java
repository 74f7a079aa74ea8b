package eu.tremplin.domain.participations;

import static eu.tremplin.domain.participations.MilestoneKind.FINAL_REPORT;

/** One milestone of a participation, and how it stands. */
record Milestone(MilestoneKind kind, boolean mandatory, Standing standing) {

    /** A mandatory milestone that was not met still counts against graduation; a waived one does not. */
    boolean outstanding() {
        return mandatory && !closed();
    }

    boolean isFinalReport() {
        return kind == FINAL_REPORT;
    }

    boolean closed() {
        return switch (standing) {
            case MET, WAIVED -> true;
            case PLANNED, REPORTED, MISSED -> false;
        };
    }

    Milestone with(Standing changed) {
        return new Milestone(kind, mandatory, changed);
    }

    /** Every standing but met and waived can still lead to met. */
    enum Standing {
        PLANNED,
        REPORTED,
        MET,
        /** Assessed as missed; a new report opens it for another assessment. */
        MISSED,
        WAIVED;

        static Standing of(Assessment assessment) {
            return switch (assessment) {
                case MET -> MET;
                case MISSED -> MISSED;
            };
        }
    }
}
