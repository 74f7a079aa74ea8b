package eu.tremplin.application.home;

import org.jspecify.annotations.Nullable;

/** The reason why Tremplin does not start, and what to do about it. */
public final class StartRefused extends RuntimeException {

    private final String nextStep;

    public StartRefused(String reason, String nextStep) {
        this(reason, nextStep, null);
    }

    public StartRefused(String reason, String nextStep, @Nullable Throwable cause) {
        super(reason, cause);
        this.nextStep = nextStep;
    }

    /** What the reader of the message does now, as a sentence. */
    public String nextStep() {
        return nextStep;
    }
}
