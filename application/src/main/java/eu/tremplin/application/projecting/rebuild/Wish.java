package eu.tremplin.application.projecting.rebuild;

/** What people want of a rebuild that is under way. */
public enum Wish {
    GO_ON,
    PAUSE,
    CANCEL
}
