package eu.tremplin.domain.partners;

/** How far a pledge has come. */
sealed interface PledgeStage {

    record Unproposed() implements PledgeStage {}

    record Proposed() implements PledgeStage {}

    record Committed() implements PledgeStage {}

    /** Committed, and held back by its partner: what was given stays given, and nothing more is. */
    record Suspended() implements PledgeStage {}

    record Withdrawn() implements PledgeStage {}
}
