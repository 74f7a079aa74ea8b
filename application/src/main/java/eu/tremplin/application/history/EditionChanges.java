package eu.tremplin.application.history;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which editions something has happened to, without reading what. */
@Component
public final class EditionChanges {

    /** Beyond this many events, to look costs more than to say that anything may have changed. */
    private static final long WORTH_A_LOOK = 10_000;

    private static final String BETWEEN = """
        select distinct s.edition_id
          from log.event e
          join log.stream s using (stream_id)
         where e.position > :after and e.position <= :upTo
        """;

    private final JdbcClient jdbc;

    EditionChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has changed after a position and up to another. */
    public Changes between(long after, long upTo) {
        if (upTo - after > WORTH_A_LOOK) {
            return Changes.ANY;
        }
        var found = new HashSet<@Nullable UUID>(jdbc.sql(BETWEEN)
                .param("after", after)
                .param("upTo", upTo)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
        boolean common = found.remove(null);
        return new Changes(Set.copyOf(found), common);
    }

    /**
     * Editions that have changed.
     *
     * @param common whether something has changed that belongs to no edition, and may show in each
     */
    public record Changes(Set<UUID> editions, boolean common) {

        /** For when nobody has looked: anything may have changed. */
        public static final Changes ANY = new Changes(Set.of(), true);

        public boolean concern(UUID edition) {
            return common || editions.contains(edition);
        }
    }
}
