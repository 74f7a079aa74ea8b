package eu.tremplin.application.projecting.loading;

/** The database could not be asked or written to, which is never a read model's fault. */
final class LaneBroken extends RuntimeException {

    LaneBroken(Exception cause) {
        super(cause);
    }
}
