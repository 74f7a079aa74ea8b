package eu.tremplin.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.checking.CheckCommand;
import eu.tremplin.application.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** What is held of a database after a scenario. */
final class Verdict {

    private Verdict() {}

    /** Everybody who follows the log comes to its end, and the check finds nothing. */
    static void requireWhole(TestDatabase database) {
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
    static void requireClean(TestDatabase database) {
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
}
