package eu.tremplin.application.checking;

import eu.tremplin.application.checking.EventsCheck.Passing;
import eu.tremplin.application.checking.EventsCheck.Piece;
import eu.tremplin.domain.shared.Claim;
import eu.tremplin.domain.shared.DomainEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an event claims it holds, unless a later one of its stream has given it back; and then no longer. */
final class TakenClaims implements Passing {

    private static final String HELD = """
        select kind, key, stream_id, version
          from log.claim
         where (kind, key) in (select kind, key from unnest(:kinds::text[], :keys::text[]) as wanted (kind, key))\
        """;

    private final EventReading reading;

    TakenClaims(EventReading reading) {
        this.reading = reading;
    }

    @Override
    public void look(Piece piece, Snapshot snapshot, Findings findings) {
        Map<Name, Holder> held = held(piece, snapshot);
        for (LoggedEvent event : piece.events()) {
            event.event().ifPresent(known -> {
                for (Claim claim : known.releases()) {
                    requireGivenBack(event, claim, held.get(Name.of(claim)), findings);
                }
                for (Claim claim : known.claims()) {
                    requireHeld(event, claim, held.get(Name.of(claim)), snapshot, findings);
                }
            });
        }
    }

    private static Map<Name, Holder> held(Piece piece, Snapshot snapshot) {
        List<Name> names = piece.events().stream()
                .flatMap(event -> event.event().stream())
                .flatMap(event -> Stream.concat(event.claims().stream(), event.releases().stream()))
                .map(Name::of)
                .distinct()
                .toList();
        var held = new HashMap<Name, Holder>();
        if (!names.isEmpty()) {
            snapshot.jdbc()
                    .sql(HELD)
                    .param("kinds", names.stream().map(Name::kind).toArray(String[]::new))
                    .param("keys", names.stream().map(Name::key).toArray(String[]::new))
                    .query(row -> {
                        held.put(
                                new Name(row.getString("kind"), row.getString("key")),
                                new Holder(row.getObject("stream_id", UUID.class), row.getLong("version")));
                    });
        }
        return held;
    }

    private static void requireGivenBack(LoggedEvent event, Claim claim, @Nullable Holder holder, Findings findings) {
        if (holder != null && holder.stream.equals(event.stream()) && holder.version < event.version()) {
            findings.add(Finding.at(
                    Invariant.CLAIMS,
                    event,
                    "It gives back %s, which version %d still holds".formatted(Name.of(claim), holder.version)));
        }
    }

    private void requireHeld(
            LoggedEvent event, Claim claim, @Nullable Holder holder, Snapshot snapshot, Findings findings) {
        boolean isIts = holder != null && holder.equals(new Holder(event.stream(), event.version()));
        if (!isIts && !isGivenBack(event, claim, snapshot)) {
            findings.add(Finding.at(
                    Invariant.CLAIMS,
                    event,
                    "It took %s, which %s"
                            .formatted(
                                    Name.of(claim),
                                    holder == null
                                            ? "nobody holds"
                                            : "version %d of stream %s holds"
                                                    .formatted(holder.version, holder.stream))));
        }
    }

    private boolean isGivenBack(LoggedEvent event, Claim claim, Snapshot snapshot) {
        return reading.later(snapshot, event.stream(), event.version()).stream()
                .map(DomainEvent::releases)
                .flatMap(List::stream)
                .map(Name::of)
                .anyMatch(Name.of(claim)::equals);
    }

    private record Holder(UUID stream, long version) {}

    private record Name(String kind, String key) {

        static Name of(Claim claim) {
            return new Name(claim.kind(), claim.key());
        }

        @Override
        public String toString() {
            return "claim " + kind + " " + key;
        }
    }
}
