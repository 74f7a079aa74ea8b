package eu.tremplin.application.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.application.eventstore.snapshots.PassedOver;
import eu.tremplin.application.eventstore.snapshots.StateForms;
import eu.tremplin.application.eventstore.snapshots.UnreadableState;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/** What the events of a stream up to a version have made of it, as it is written down. */
final class StoredSnapshot {

    private final UUID stream;
    private final String aggregateType;
    private final @Nullable UUID editionId;
    private final long version;
    private final byte[] fingerprint;
    private final byte[] state;
    private final byte[] digest;

    StoredSnapshot(
            UUID stream,
            String aggregateType,
            @Nullable UUID editionId,
            long version,
            byte[] fingerprint,
            byte[] state,
            byte[] digest) {
        this.stream = stream;
        this.aggregateType = aggregateType;
        this.editionId = editionId;
        this.version = version;
        this.fingerprint = fingerprint;
        this.state = state;
        this.digest = digest;
    }

    /** Of a state and all that it is bound to: a row that was mended by hand is not what it was. */
    static byte[] digest(UUID stream, long version, byte[] fingerprint, byte[] state) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(stream.toString().getBytes(UTF_8));
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(version).flip());
            sha256.update(fingerprint);
            return sha256.digest(state);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID stream() {
        return stream;
    }

    @Nullable
    UUID editionId() {
        return editionId;
    }

    /** Of the last event in it. */
    long version() {
        return version;
    }

    /** Bytes that it takes. */
    int size() {
        return state.length;
    }

    /**
     * In the place of its events, as Axon takes it. The aggregate is a new one each time, since commands change it.
     *
     * @throws UnreadableState when it cannot be used
     */
    DomainEventMessage<?> asMessage(StateForms forms) {
        if (!MessageDigest.isEqual(digest, digest(stream, version, fingerprint, state))) {
            throw new UnreadableState(PassedOver.DAMAGED, null);
        }
        return new GenericDomainEventMessage<>(
                aggregateType, stream.toString(), version, forms.read(aggregateType, fingerprint, state));
    }
}
