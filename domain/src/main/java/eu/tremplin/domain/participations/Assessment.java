package eu.tremplin.domain.participations;

/** How a milestone was judged. */
public enum Assessment {
    MET,
    MISSED
}
