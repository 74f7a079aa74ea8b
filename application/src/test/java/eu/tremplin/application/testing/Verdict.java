package eu.tremplin.application.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.checking.CheckCommand;
import eu.tremplin.application.checking.Checker;
import eu.tremplin.application.checking.Finding;
import eu.tremplin.application.checking.Invariant;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.projections.kit.ReadModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What is held of a database after whatever has happened to it. */
public final class Verdict {

    private Verdict() {}

    /** Everybody who follows the log comes to its end, and the check finds nothing. */
    public static void requireWhole(TestDatabase database) {
        await("everybody to come to the end of the log")
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> database.jdbc().sql("""
                    select bool_and(position = (select max(position) from log.event)) from (
                      select position from projecting.generation
                      union all
                      select max(position) from log.reached) follower\
                    """).query(Boolean.class).single());
        requireClean(database);
    }

    /** The check finds nothing, wherever those who follow are. */
    public static void requireClean(TestDatabase database) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = CheckCommand.run(
                List.of(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=any"),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        assertThat(exit).as(out.toString(UTF_8) + err.toString(UTF_8)).isZero();
    }

    /**
     * The check finds nothing in a database without commands, in which events were appended for a test's own ends.
     *
     * @param besides what cannot hold of such events
     */
    public static void requireSound(TestDatabase database, List<ReadModel> readModels, Invariant... besides) {
        assertThat(findings(database, readModels, besides)).isEmpty();
    }

    /** What the check finds there. */
    public static List<Finding> findings(TestDatabase database, List<ReadModel> readModels, Invariant... besides) {
        var codec = new EventCodec(DomainJson.eventMapper(new SizedCipher()), EventTypes.all());
        try (var connection = database.connect()) {
            return new Checker(codec, readModels)
                    .check(connection, (_, _) -> {}).findings().first().stream()
                            .filter(found -> !List.of(besides).contains(found.invariant()))
                            .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
