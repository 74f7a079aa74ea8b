package eu.tremplin.domain.applications;

import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;

import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Intake;
import eu.tremplin.domain.editions.IntakeId;
import eu.tremplin.domain.shared.ReadOnly;
import java.time.Instant;
import java.util.OptionalInt;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;

/**
 * Takes the applications that are received while the edition's call accepts them. Where the call has a cap, each takes
 * a place under it, and whoever takes the last one closes the call: all of it is appended together or not at all.
 */
public final class Submissions {

    private final Repository<Application> applications;
    private final Repository<Edition> editions;
    private final Repository<Intake> intakes;

    public Submissions(Repository<Application> applications, Repository<Edition> editions, Repository<Intake> intakes) {
        this.applications = applications;
        this.editions = editions;
        this.intakes = intakes;
    }

    @CommandHandler
    void handle(SubmitApplication command, @MetaDataValue(value = RECEIVED, required = true) Instant received)
            throws Exception {
        OptionalInt cap = ReadOnly.ask(
                editions, command.edition(), edition -> edition.admitSubmission(command.startup(), received));
        if (cap.isPresent()) {
            takePlace(command, cap.getAsInt(), received);
        }
        applications.newInstance(() -> new Application(command, received));
    }

    private void takePlace(SubmitApplication command, int cap, Instant received) throws Exception {
        EditionId edition = command.edition();
        boolean last = intakes.loadOrCreate(IntakeId.of(edition).toString(), Intake::new)
                .invoke(intake -> intake.take(edition, command.startup(), cap));
        if (last) {
            editions.load(edition.toString()).execute(e -> e.reachCap(cap, received));
        }
    }
}
