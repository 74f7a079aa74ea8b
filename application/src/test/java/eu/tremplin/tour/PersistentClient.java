package eu.tremplin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Somebody who sends one command after the other, each under a key, and who asks again where no answer came. */
final class PersistentClient {

    private final int number;
    private final String edition;
    private final String reviewer;
    private final Map<Command, Answer> acknowledged = new ConcurrentHashMap<>();
    private volatile @Nullable Command unanswered;
    private Command next;

    PersistentClient(int number, String edition, String reviewer) {
        this.number = number;
        this.edition = edition;
        this.reviewer = reviewer;
        this.next = registration();
    }

    static int acknowledgedBy(List<PersistentClient> clients) {
        return clients.stream().mapToInt(client -> client.acknowledged.size()).sum();
    }

    void sendUntilUnanswered(Caller staff) {
        while (unanswered == null) {
            Command command = next;
            try {
                Answer answer = command.send(staff);
                if (answer.status() / 100 == 5) {
                    unanswered = command;
                } else {
                    acknowledge(command, answer);
                }
            } catch (UncheckedIOException _) {
                unanswered = command;
            }
        }
    }

    /** What was answered is there once; what was not is there as a whole or not at all. */
    void expectWhatWasAcknowledgedIn(Map<String, List<String>> typesByCommand) {
        acknowledged.keySet().forEach(command -> command.expectIn(typesByCommand));
        Command open = unanswered;
        if (open != null && typesByCommand.containsKey(open.key())) {
            open.expectIn(typesByCommand);
        }
    }

    /** The answer that was lost on its way is still to be had, or else the command is carried out now. */
    void askAgainWhatWasNotAnswered(Caller staff) {
        Command open = unanswered;
        if (open != null) {
            acknowledge(open, open.send(staff));
            unanswered = null;
        }
    }

    /** Every key is good for its one answer. */
    void expectTheSameAnswersAgain(Caller staff) {
        acknowledged.forEach((command, answer) -> {
            Answer again = command.send(staff);
            assertThat(again.status()).as(command.key()).isEqualTo(answer.status());
            assertThat(again.json()).as(command.key()).isEqualTo(answer.json());
        });
    }

    private void acknowledge(Command command, Answer answer) {
        assertThat(answer.status()).as(command + " " + answer).isBetween(200, 201);
        acknowledged.put(command, answer);
        next = after(command, answer.id());
    }

    private Command after(Command done, String id) {
        return switch (done.step()) {
            case REGISTER ->
                command(
                        Step.APPLY,
                        "/api/applications",
                        Bodies.application(
                                edition, id, "Contact %d of client %d".formatted(acknowledged.size(), number), "FR"));
            case APPLY -> command(Step.CHECK, "/api/applications/%s/check-eligibility".formatted(id), "{}");
            case CHECK ->
                command(
                        Step.ASSIGN,
                        "/api/applications/%s/assign-reviewer".formatted(id),
                        "{\"reviewer\": \"%s\"}".formatted(reviewer));
            case ASSIGN -> registration();
        };
    }

    private Command registration() {
        return command(
                Step.REGISTER,
                "/api/startups",
                Bodies.startup("Startup %d of client %d".formatted(acknowledged.size(), number)));
    }

    private Command command(Step step, String path, String body) {
        return new Command(step, "client-%d-%d".formatted(number, acknowledged.size()), path, body);
    }

    private enum Step {
        REGISTER,
        APPLY,
        CHECK,
        ASSIGN;

        /** What the command leaves in the log; the last one writes to two streams. */
        List<String> events() {
            return switch (this) {
                case REGISTER -> List.of("StartupRegistered");
                case APPLY -> List.of("ApplicationSubmitted");
                case CHECK -> List.of("EligibilityChecked");
                case ASSIGN -> List.of("CapacityTaken", "ReviewerAssigned");
            };
        }
    }

    private record Command(Step step, String key, String path, String body) {

        Answer send(Caller staff) {
            Caller sender = step == Step.APPLY ? staff.with("On-Behalf-Of", "applicant") : staff;
            return sender.with("Idempotency-Key", key).post(path, body);
        }

        void expectIn(Map<String, List<String>> typesByCommand) {
            assertThat(typesByCommand.getOrDefault(key, List.of()))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(step.events());
        }
    }
}
