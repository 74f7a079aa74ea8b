package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The generations that this node has claimed: as many as are its share, of those whose version it knows. */
final class Held {

    private final Map<String, ReadModel> readModels;
    private final Claims claims;
    private final EventLog log;
    private final Map<String, Follower> followers = new TreeMap<>();

    /** The schemas of those whose parked events were tried again since this node has started. */
    private final Set<String> tried = new HashSet<>();

    /**
     * Holds none yet.
     *
     * @param readModels which it knows, by kind
     */
    Held(Map<String, ReadModel> readModels, Claims claims, EventLog log) {
        this.readModels = readModels;
        this.claims = claims;
        this.log = log;
    }

    /** Those that can go on now, by where they stand. */
    NavigableMap<Long, List<Follower>> byPosition(long now) {
        return followers.values().stream()
                .filter(follower -> !follower.isStopped() && follower.restsFor(now) <= 0)
                .collect(Collectors.groupingBy(
                        follower -> follower.generation().position(), TreeMap::new, Collectors.toList()));
    }

    /** For how long at the most all that rest go on to, in nanoseconds. */
    long shortestRest(long now, long longest) {
        return followers.values().stream()
                .mapToLong(follower -> follower.restsFor(now))
                .filter(rest -> rest > 0)
                .reduce(longest, Math::min);
    }

    /** The names of the read models whose live rows this node moves on. */
    Set<String> liveHere() {
        return followers.values().stream()
                .map(Follower::generation)
                .filter(generation -> generation.role() == Generation.Role.LIVE)
                .map(Generation::readModel)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** They turned out to be another's; whether they still are is seen when it looks around. */
    void lose(Collection<Follower> lost) {
        followers.values().removeAll(lost);
    }

    /** Says that it is alive, renews its claims, gives back what is more than its share and claims what is less. */
    void lookAround(Connection connection) throws SQLException {
        Look look = Transactions.callOn(connection, this::look);
        followers.keySet().retainAll(look.kept.stream().map(Generation::schema).toList());
        for (Generation each : look.kept) {
            Follower known = followers.get(each.schema());
            if (known != null) {
                known.is(each.role());
            }
        }
        for (Follower each : look.claimed) {
            followers.put(each.generation().schema(), each);
            tried.add(each.generation().schema());
        }
    }

    private Look look(Connection connection) throws SQLException {
        Schemas.execute(connection, "set local synchronous_commit = off");
        claims.see(connection, readModels.keySet());
        List<Generation> renewed = claims.renew(connection, generations());
        List<Generation> share = Shares.of(claims.node(), Generations.followed(connection), claims.nodes(connection));
        Set<String> ours = schemas(share);
        claims.giveBack(
                connection,
                renewed.stream().filter(each -> !ours.contains(each.schema())).toList());
        Set<String> had = schemas(renewed);
        List<Generation> missing =
                share.stream().filter(each -> !had.contains(each.schema())).toList();
        return new Look(
                renewed.stream().filter(each -> ours.contains(each.schema())).toList(),
                missing.isEmpty() ? List.of() : followers(connection, claims.claim(connection, missing)));
    }

    private List<Follower> followers(Connection connection, List<Generation> claimed) throws SQLException {
        var found = new ArrayList<Follower>();
        for (Generation each : claimed) {
            ReadModel readModel = Objects.requireNonNull(readModels.get(each.kind()), each.kind());
            Generation now = tried.contains(each.schema()) ? each : tryAgain(connection, each, readModel);
            found.add(new Follower(readModel, now, Parking.of(connection, now)));
        }
        return found;
    }

    /** What could not be handled may have been tried by another build last, or with less memory. */
    private Generation tryAgain(Connection connection, Generation generation, ReadModel readModel) throws SQLException {
        new Retry(readModel, log, generation, connection).all();
        return Generations.goOn(connection, generation);
    }

    /** Lets others have all of them at once. */
    void giveBack(Connection connection) throws SQLException {
        Transactions.runOn(connection, same -> {
            claims.giveBack(same, generations());
            claims.leave(same);
        });
        followers.clear();
    }

    private List<Generation> generations() {
        return followers.values().stream().map(Follower::generation).toList();
    }

    private static Set<String> schemas(List<Generation> generations) {
        return generations.stream().map(Generation::schema).collect(Collectors.toCollection(HashSet::new));
    }

    private record Look(List<Generation> kept, List<Follower> claimed) {}
}
