package eu.tremplin.application.projecting;

/** The read model is already being built anew, here or on another node. */
public final class RebuildInProgress extends RuntimeException {

    RebuildInProgress(String readModel) {
        super(readModel + " is already being rebuilt");
    }
}
