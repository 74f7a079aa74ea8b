package eu.tremplin.domain.shared;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names one stream of events. Its text is the bare UUID, in the log, in REST paths and in read models alike. */
public interface Identifier {

    UUID value();

    /** The same name for the same parts, always: how an id follows from what it belongs to. */
    static UUID derivedFrom(String kind, Object... parts) {
        var text = new StringBuilder(kind);
        for (Object part : parts) {
            text.append('\n').append(part);
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
