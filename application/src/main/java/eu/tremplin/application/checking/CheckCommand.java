package eu.tremplin.application.checking;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.home.ExistingDatabase;
import eu.tremplin.application.home.StartRefused;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.projections.ReadModels;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;

/**
 * The command {@code check}: looks at a whole database as it stands at one moment, changes nothing, and says what is
 * not as it must be. It takes the same settings as the application, which may be running on that database meanwhile.
 */
public final class CheckCommand {

    public static final String NAME = "check";

    private static final int CLEAN = 0;
    private static final int FOUND = 1;
    private static final int NOT_CHECKED = 2;

    private static final Duration TOLD_EVERY = Duration.ofSeconds(2);

    private final PrintStream out;
    private final PrintStream err;
    private long toldAt = System.nanoTime();

    private CheckCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Does what follows the word, and answers with the exit code: 0 clean, 1 findings, 2 not checked. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new CheckCommand(out, err).run(arguments);
    }

    private int run(List<String> arguments) {
        Optional<String> unknown = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst();
        if (unknown.isPresent()) {
            err.println("check takes settings such as --spring.datasource.url=… only, not " + unknown.get() + ".");
            return NOT_CHECKED;
        }
        try (ExistingDatabase database = ExistingDatabase.of(settings(arguments));
                Connection connection = database.connect()) {
            out.println("Checking " + database.description() + ", as it stands now.");
            Report report = new Checker(codec(), ReadModels.all()).check(connection, this::tell);
            report.print(out);
            return report.findings().count() == 0 ? CLEAN : FOUND;
        } catch (StartRefused e) {
            return notChecked(e.getMessage() + " " + e.nextStep());
        } catch (SQLException e) {
            return notChecked("The database does not answer: " + e.getMessage());
        } catch (DataAccessException e) {
            return notChecked("This database could not be read as Tremplin's: "
                    + e.getMostSpecificCause().getMessage());
        }
    }

    private int notChecked(String why) {
        err.println(why);
        return NOT_CHECKED;
    }

    /** As the application would have them. */
    private static Environment settings(List<String> arguments) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    private void tell(String check, String place) {
        if (System.nanoTime() - toldAt > TOLD_EVERY.toNanos()) {
            toldAt = System.nanoTime();
            err.println("  " + check + ": " + place);
        }
    }

    /** It needs no key: personal text is read as it is stored. */
    static EventCodec codec() {
        return new EventCodec(DomainJson.eventMapper(new NoKeys()), EventTypes.all());
    }

    private static final class NoKeys implements PersonalTextCipher {

        @Override
        public PersonalText.Encrypted encrypt(PersonalText.Written text) {
            throw new UnsupportedOperationException("A check writes nothing");
        }

        @Override
        public Optional<String> open(PersonalText text) {
            return Optional.empty();
        }
    }
}
