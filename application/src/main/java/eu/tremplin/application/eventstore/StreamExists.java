package eu.tremplin.application.eventstore;

import java.util.UUID;

/** What was to be created is there already. */
public final class StreamExists extends RuntimeException {

    private final UUID streamId;

    StreamExists(UUID streamId) {
        super("Stream " + streamId + " exists already", null, false, false);
        this.streamId = streamId;
    }

    public UUID streamId() {
        return streamId;
    }
}
