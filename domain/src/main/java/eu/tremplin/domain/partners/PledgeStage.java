package eu.tremplin.domain.partners;

/** How far a pledge has come. */
sealed interface PledgeStage {

    record Unproposed() implements PledgeStage {}

    record Proposed() implements PledgeStage {}

    record Committed() implements PledgeStage {}
}
