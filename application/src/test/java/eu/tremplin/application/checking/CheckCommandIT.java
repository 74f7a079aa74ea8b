package eu.tremplin.application.checking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandIT {

    @AutoClose
    private final TestDatabase database = Inhabited.copy();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void endsWithNoughtWhereNothingIsWrong() {
        assertThat(check()).isZero();
        assertThat(out.toString(UTF_8))
                .contains("Checking the given PostgreSQL, as it stands now.", "No findings.")
                .contains("The log ends at position " + database.logHead());
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void endsWithOneAndSaysWhereWhatAndWhatToDo() {
        database.jdbc()
                .sql("update log.stream set version = version + 1 where aggregate_type = 'cohorts.Cohort'")
                .update();
        String stream = database.jdbc()
                .sql("select stream_id::text from log.stream where aggregate_type = 'cohorts.Cohort'")
                .query(String.class)
                .single();

        assertThat(check()).isOne();
        assertThat(out.toString(UTF_8))
                .contains("1 finding:", "1. stream " + stream + ": Its head says version ")
                .contains("Must be: every stream is whole", "Next: Append nothing more.");
    }

    @Test
    void endsWithTwoWhereThereIsNoDatabaseOfTremplin() {
        database.jdbc().sql("drop schema log cascade").update();

        assertThat(check()).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("could not be read as Tremplin's");
    }

    @Test
    void endsWithTwoWhereNobodyAnswers() {
        assertThat(run(List.of("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nowhere")))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("The database does not answer");
    }

    @Test
    void endsWithTwoWhereTheHomeHasNoDatabase(@TempDir Path home) {
        assertThat(run(List.of("--tremplin.home=" + home.resolve("none")))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("There is no database in the home directory", "Set TREMPLIN_HOME");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void endsWithTwoWhenItIsAskedForSomethingElse() {
        assertThat(run(List.of("everything"))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("not everything");
    }

    private int check() {
        return run(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=any"));
    }

    private int run(List<String> arguments) {
        return CheckCommand.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
