package eu.tremplin.domain.applications;

/** How far an application has come. */
sealed interface ApplicationStage {

    record Unsubmitted() implements ApplicationStage {}

    /** Waiting for the eligibility check. */
    record Submitted() implements ApplicationStage {}

    record Ineligible() implements ApplicationStage {}

    /** Checked and found eligible, or waived. */
    record Eligible() implements ApplicationStage {}

    /** In the hands of reviewers, and not yet decided. */
    sealed interface Read extends ApplicationStage {

        Readings readings();

        Read with(Readings now);

        /** With fewer reviews that count than the policy asks for, it is under review again. */
        default Read with(Readings now, Quorum quorum) {
            return quorum.met() ? with(now) : new UnderReview(now);
        }
    }

    /** Given to reviewers, some of whom have handed in. */
    record UnderReview(Readings readings) implements Read {

        @Override
        public Read with(Readings now) {
            return new UnderReview(now);
        }
    }

    record Shortlisted(Readings readings) implements Read {

        @Override
        public Read with(Readings now) {
            return new Shortlisted(now);
        }
    }

    record Decided() implements ApplicationStage {}

    record Withdrawn() implements ApplicationStage {}
}
