package eu.tremplin.application.importing;

/** A file that is not what its mapping describes, as a whole: nothing of it is imported. */
final class UnusableFile extends RuntimeException {

    UnusableFile(String message) {
        super(message);
    }
}
