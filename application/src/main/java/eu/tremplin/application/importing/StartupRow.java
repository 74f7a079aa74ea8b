package eu.tremplin.application.importing;

import eu.tremplin.domain.outcomes.StartupCommand;
import eu.tremplin.domain.outcomes.StartupCommand.RecordPastParticipation;
import eu.tremplin.domain.outcomes.StartupCommand.RegisterStartup;
import eu.tremplin.domain.outcomes.StartupCommand.ReportOutcome;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.outcomes.StartupEvent.OutcomeReported;
import eu.tremplin.domain.outcomes.StartupEvent.PastParticipationRecorded;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.StartupId;
import java.util.List;

/** What one row asks for, all of it or none. */
record StartupRow(StartupId startup, List<StartupCommand> commands) {

    DomainCommand[] commandArray() {
        return commands.toArray(DomainCommand[]::new);
    }

    /** What a startup's stream says that had exactly this row imported. */
    List<StartupEvent> facts() {
        return commands.stream().map(StartupRow::fact).toList();
    }

    private static StartupEvent fact(StartupCommand command) {
        return switch (command) {
            case RegisterStartup c ->
                new StartupRegistered(c.startup(), c.name(), c.country(), c.foundedIn(), c.website(), c.description());
            case RecordPastParticipation c ->
                new PastParticipationRecorded(c.startup(), c.programme(), c.session(), c.startedOn(), c.source());
            case ReportOutcome c ->
                new OutcomeReported(c.startup(), c.fact(), c.businessDate(), c.source(), c.verifiedOn());
        };
    }
}
