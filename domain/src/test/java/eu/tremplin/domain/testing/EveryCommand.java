package eu.tremplin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a stage answers to every command there is, as a table of tests. A command that the table leaves out is a test
 * that fails, so that a new command is considered at every stage.
 */
public final class EveryCommand {

    private final Class<? extends DomainCommand> commands;
    private final List<DomainEvent> history;
    private final Set<Class<?>> asked = new HashSet<>();
    private final List<DynamicTest> tests = new ArrayList<>();

    private EveryCommand(Class<? extends DomainCommand> commands, List<DomainEvent> history) {
        this.commands = commands;
        this.history = history;
    }

    /**
     * Begins the table.
     *
     * @param commands the sealed interface whose records are the commands
     */
    public static EveryCommand of(Class<? extends DomainCommand> commands, List<DomainEvent> history) {
        return new EveryCommand(commands, history);
    }

    public EveryCommand accepts(DomainCommand... accepted) {
        for (DomainCommand command : accepted) {
            ask(command, "accepts ", "", () -> {
                Outcome outcome = Scenario.given(history).when(command).expectAccepted();
                assertThat(outcome.events()).isNotEmpty();
            });
        }
        return this;
    }

    public EveryCommand refuses(Reason reason, DomainCommand... refused) {
        for (DomainCommand command : refused) {
            ask(
                    command,
                    "refuses ",
                    " because " + reason.code(),
                    () -> Scenario.given(history)
                            .when(command)
                            .expectRefusal(reason)
                            .expectNoEvents());
        }
        return this;
    }

    private void ask(DomainCommand command, String verb, String why, Runnable test) {
        asked.add(command.getClass());
        tests.add(dynamicTest(verb + command.getClass().getSimpleName() + why, test::run));
    }

    /** Leaves out commands that no aggregate in this history answers, such as its creation. */
    public EveryCommand leavesOut(Class<?>... others) {
        asked.addAll(List.of(others));
        return this;
    }

    public Stream<DynamicTest> tests() {
        return Stream.concat(
                Stream.of(dynamicTest(
                        "knows every command",
                        () -> assertThat(asked).containsExactlyInAnyOrder(commands.getPermittedSubclasses()))),
                tests.stream());
    }
}
