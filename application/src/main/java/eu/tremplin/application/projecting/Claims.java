package eu.tremplin.application.projecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who is there to move generations on, and what each has claimed. Times are the database's: a claim that ends later
 * than any could is taken for one that was made before its clock was set back.
 */
final class Claims {

    private static final String SEE = """
        insert into projecting.node (id, follows) values (?, ?)
        on conflict (id) do update set follows = excluded.follows, seen_at = clock_timestamp()\
        """;

    private static final String NODES = """
        select id, follows from projecting.node
         where abs(extract(epoch from clock_timestamp() - seen_at)) < ?\
        """;

    private static final String RENEW = """
        update projecting.generation g
           set claimed_until = clock_timestamp() + make_interval(secs => ?)
          from unnest(?::text[], ?::integer[], ?::bigint[]) as held (read_model, number, epoch)
         where g.read_model = held.read_model and g.number = held.number
           and g.owner = ? and g.epoch = held.epoch and g.followed
        returning %s\
        """.formatted(Generations.columns("g"));

    // Whoever holds the row is at work on it; it is asked for again soon.
    private static final String CLAIM = """
        update projecting.generation g
           set owner = ?, epoch = g.epoch + 1, claimed_until = clock_timestamp() + make_interval(secs => ?)
          from (select read_model, number
                  from projecting.generation
                 where (read_model, number) in (select * from unnest(?::text[], ?::integer[]))
                   and followed
                   and (owner is null or owner = ? or claimed_until < clock_timestamp()
                        or claimed_until > clock_timestamp() + make_interval(secs => 2 * ?))
                   for update skip locked) as free
         where g.read_model = free.read_model and g.number = free.number
        returning %s\
        """.formatted(Generations.columns("g"));

    private static final String FENCE = "g.owner = ? and g.epoch = held.epoch";

    private static final String UNFENCED = "? is not null";

    private static final String GIVE_BACK = """
        update projecting.generation g
           set owner = null, claimed_until = null
          from unnest(?::text[], ?::integer[], ?::bigint[]) as held (read_model, number, epoch)
         where g.read_model = held.read_model and g.number = held.number
           and g.owner = ? and g.epoch = held.epoch\
        """;

    private final UUID node;
    private final double seconds;
    private final String advance;

    /**
     * The claims of one node.
     *
     * @param duration for which a claim holds unless it is renewed, and a node that is not seen is thought to live
     */
    Claims(UUID node, Duration duration, Precautions precautions) {
        this.node = node;
        seconds = duration.toMillis() / 1e3;
        advance = """
            update projecting.generation g
               set position = ?, handled = g.handled + held.handled, stopped_at = null, stopped_cause = null,
                   claimed_until = clock_timestamp() + make_interval(secs => ?)
              from unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[])
                   as held (read_model, number, epoch, handled)
             where g.read_model = held.read_model and g.number = held.number and g.position = ? and %s
            returning %s, set_config('synchronous_commit', 'off', true)\
            """.formatted(precautions.fencing() ? FENCE : UNFENCED, Generations.columns("g"));
    }

    UUID node() {
        return node;
    }

    /** Enters a new node, under the first of the ids drawn for it that no other has. */
    static UUID register(Connection connection, Supplier<UUID> ids, Collection<String> follows) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into projecting.node (id, follows) values (?, ?) on conflict do nothing")) {
            statement.setArray(2, connection.createArrayOf("text", follows.toArray()));
            UUID id;
            do {
                id = ids.get();
                statement.setObject(1, id);
            } while (statement.executeUpdate() == 0);
            return id;
        }
    }

    /** Says that the node is alive, and what it can follow. */
    void see(Connection connection, Collection<String> follows) throws SQLException {
        try (var statement = connection.prepareStatement(SEE)) {
            statement.setObject(1, node);
            statement.setArray(2, connection.createArrayOf("text", follows.toArray()));
            statement.executeUpdate();
        }
    }

    /** The nodes that are alive, and what each can follow. */
    SortedMap<UUID, Set<String>> nodes(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(NODES)) {
            statement.setDouble(1, seconds);
            try (var row = statement.executeQuery()) {
                var nodes = new TreeMap<UUID, Set<String>>();
                while (row.next()) {
                    nodes.put(row.getObject(1, UUID.class), Set.of((String[])
                            row.getArray(2).getArray()));
                }
                return nodes;
            }
        }
    }

    /** Those of its claims that it still has, as they are now. */
    List<Generation> renew(Connection connection, Collection<Generation> held) throws SQLException {
        try (var statement = connection.prepareStatement(RENEW)) {
            statement.setDouble(1, seconds);
            Generations.bind(statement, 2, held);
            statement.setObject(5, node);
            return Generations.list(statement);
        }
    }

    /** Those of these that were free, or its own in an earlier epoch, and are now its own. */
    List<Generation> claim(Connection connection, Collection<Generation> wanted) throws SQLException {
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, node);
            statement.setDouble(2, seconds);
            Generations.bindKeys(statement, 3, wanted);
            statement.setObject(5, node);
            statement.setDouble(6, seconds);
            return Generations.list(statement);
        }
    }

    /**
     * Moves some that stand at one position on to another, by which they no longer stand still, and keeps others from
     * doing so until the transaction ends. Answers those that have moved: not those that are no longer this node's, nor
     * those that do not stand there. The transaction is committed before it is durable: what a crash takes back is rows
     * and position alike, and the events they were made of stay.
     *
     * @param handled how many events each of them has taken into its rows
     */
    List<Generation> advance(Connection connection, List<Generation> held, List<Integer> handled, long from, long to)
            throws SQLException {
        try (var statement = connection.prepareStatement(advance)) {
            statement.setLong(1, to);
            statement.setDouble(2, seconds);
            Generations.bind(statement, 3, held);
            statement.setArray(6, connection.createArrayOf("bigint", handled.toArray()));
            statement.setLong(7, from);
            statement.setObject(8, node);
            return Generations.list(statement);
        }
    }

    void giveBack(Connection connection, Collection<Generation> held) throws SQLException {
        try (var statement = connection.prepareStatement(GIVE_BACK)) {
            Generations.bind(statement, 1, held);
            statement.setObject(4, node);
            statement.executeUpdate();
        }
    }

    /** Says that it is gone, and forgets those that went without saying so long ago. */
    void leave(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "delete from projecting.node where id = ? or seen_at < clock_timestamp() - interval '1 day'")) {
            statement.setObject(1, node);
            statement.executeUpdate();
        }
    }
}
