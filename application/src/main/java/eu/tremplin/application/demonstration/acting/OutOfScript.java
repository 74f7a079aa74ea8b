package eu.tremplin.application.demonstration.acting;

/** The application did not answer as the story has it. */
public final class OutOfScript extends RuntimeException {

    OutOfScript(String message) {
        super(message);
    }

    OutOfScript(String message, Throwable cause) {
        super(message, cause);
    }
}
