package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.Append.ClaimChange;
import eu.tremplin.application.eventstore.Append.Head;
import eu.tremplin.application.eventstore.codec.EventCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An append with its events in the form in which they are stored. */
final class EncodedAppend {

    private final Append append;
    private final List<byte[]> payloads;
    private final List<byte[]> metadata;
    private final Set<Object> alone = new HashSet<>();
    private final Set<Object> shared = new HashSet<>();

    private EncodedAppend(Append append, List<byte[]> payloads, List<byte[]> metadata) {
        this.append = append;
        this.payloads = payloads;
        this.metadata = metadata;
        for (Head head : append.heads()) {
            (head.count() > 0 ? alone : shared).add(head.stream());
        }
        for (ClaimChange change : append.claims()) {
            alone.add(new Mark(change.claim().kind(), change.claim().key()));
        }
        IdempotencyKey key = append.idempotencyKey();
        if (key != null) {
            alone.add(key.withCaller());
        }
    }

    static EncodedAppend of(Append append, EventCodec codec) {
        var payloads = new ArrayList<byte[]>();
        var metadata = new ArrayList<byte[]>();
        for (Append.Entry entry : append.entries()) {
            payloads.add(codec.write(entry.event()));
            metadata.add(codec.writeMetadata(EventMetadata.of(entry.message().getMetaData())));
        }
        return new EncodedAppend(append, payloads, metadata);
    }

    Append append() {
        return append;
    }

    byte[] payload(int entry) {
        return payloads.get(entry);
    }

    byte[] metadata(int entry) {
        return metadata.get(entry);
    }

    /** Bytes of what is stored for good. */
    long size() {
        long size = 0;
        for (int i = 0; i < payloads.size(); i++) {
            size += payloads.get(i).length + metadata.get(i).length;
        }
        return size;
    }

    /** What no other append may touch while this one is on its way: streams it writes, claims, its idempotency key. */
    Set<Object> alone() {
        return alone;
    }

    /** Streams that it depends upon and does not write. */
    Set<Object> shared() {
        return shared;
    }

    /** A claim, whoever makes it. */
    private record Mark(String kind, String key) {}
}
