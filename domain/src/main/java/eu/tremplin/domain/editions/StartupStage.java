package eu.tremplin.domain.editions;

/** How far a startup's product is. */
public enum StartupStage {
    IDEA,
    MVP,
    PRODUCT,
    SCALING
}
