package eu.tremplin.domain.outcomes;

import static eu.tremplin.domain.outcomes.OutcomeReason.OUTCOME_ALREADY_REPORTED;
import static eu.tremplin.domain.outcomes.OutcomeReason.OUTCOME_IN_THE_FUTURE;
import static eu.tremplin.domain.outcomes.OutcomeReason.PAST_PARTICIPATION_ALREADY_RECORDED;
import static eu.tremplin.domain.outcomes.OutcomeReason.PAST_PARTICIPATION_IN_THE_FUTURE;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.outcomes.RegisterStage.Registered;
import eu.tremplin.domain.outcomes.RegisterStage.Unregistered;
import eu.tremplin.domain.outcomes.StartupCommand.RecordPastParticipation;
import eu.tremplin.domain.outcomes.StartupCommand.RegisterStartup;
import eu.tremplin.domain.outcomes.StartupCommand.ReportOutcome;
import eu.tremplin.domain.outcomes.StartupEvent.OutcomeReported;
import eu.tremplin.domain.outcomes.StartupEvent.PastParticipationRecorded;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A company's entry in the register: what it took part in elsewhere, and what became of it. */
@AggregateRoot(type = "outcomes.Startup")
public class Startup {

    @AggregateIdentifier
    private StartupId id;

    private RegisterStage stage = new Unregistered();

    // Not part of the stage, which would be copied whole with every session and every report.
    private final Set<PastSession> past = new HashSet<>();

    private final Set<Report> reports = new HashSet<>();

    Startup() {} // Axon starts here and replays the events

    @CommandHandler
    Startup(RegisterStartup command) {
        apply(new StartupRegistered(
                command.startup(),
                command.name(),
                command.country(),
                command.foundedIn(),
                command.website(),
                command.description()));
    }

    @CommandHandler
    void handle(RecordPastParticipation command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        LocalDate today = utcDate(received);
        LocalDate startedOn = command.startedOn();
        var session = new PastSession(command.programme(), command.session());
        switch (stage) {
            case Registered _ when startedOn.isAfter(today) -> throw Refusal.because(PAST_PARTICIPATION_IN_THE_FUTURE);
            case Registered _ when past.contains(session) -> throw Refusal.because(PAST_PARTICIPATION_ALREADY_RECORDED);
            case Registered _ ->
                apply(new PastParticipationRecorded(
                        id, command.programme(), command.session(), startedOn, command.source()));
            case Unregistered _ -> throw unregistered();
        }
    }

    @CommandHandler
    void handle(ReportOutcome command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        LocalDate today = utcDate(received);
        var report = new Report(command.fact(), command.businessDate(), command.source());
        switch (stage) {
            case Registered _ when isAfter(command, today) -> throw Refusal.because(OUTCOME_IN_THE_FUTURE);
            case Registered _ when reports.contains(report) -> throw Refusal.because(OUTCOME_ALREADY_REPORTED);
            case Registered _ ->
                apply(new OutcomeReported(
                        id, command.fact(), command.businessDate(), command.source(), command.verifiedOn()));
            case Unregistered _ -> throw unregistered();
        }
    }

    private static LocalDate utcDate(Instant received) {
        return LocalDate.ofInstant(received, ZoneOffset.UTC);
    }

    private static boolean isAfter(ReportOutcome report, LocalDate today) {
        LocalDate verifiedOn = report.verifiedOn();
        return report.businessDate().isAfter(today) || (verifiedOn != null && verifiedOn.isAfter(today));
    }

    private static IllegalStateException unregistered() {
        // The repository knows no startup without events, so nothing is ever asked of one.
        return new IllegalStateException("The startup has not been registered");
    }

    @EventSourcingHandler
    void on(StartupEvent event) {
        id = event.startup();
        switch (event) {
            case StartupRegistered _ -> stage = new Registered();
            case PastParticipationRecorded e -> past.add(new PastSession(e.programme(), e.session()));
            case OutcomeReported e -> reports.add(new Report(e.fact(), e.businessDate(), e.source()));
        }
    }

    /** What makes two past participations the same one. */
    private record PastSession(String programme, String session) {}

    /** What makes two reports the same one: another source may say the same, and the same source something later. */
    private record Report(OutcomeFact fact, LocalDate businessDate, String source) {}
}
