package eu.tremplin.domain.outcomes;

/** How far a startup's register entry is. */
sealed interface RegisterStage {

    record Unregistered() implements RegisterStage {}

    record Registered() implements RegisterStage {}
}
