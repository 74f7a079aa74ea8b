package eu.tremplin.application.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import eu.tremplin.application.commands.Accepted;
import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.commands.CommandSender;
import eu.tremplin.application.security.Caller;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.Identifier;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes a controller's command to the sender and answers as every command is answered. */
@Component
public final class CommandDesk {

    private final CommandSender sender;
    private final NoArgGenerator freshIds = Generators.timeBasedEpochGenerator();

    CommandDesk(CommandSender sender) {
        this.sender = sender;
    }

    public UUID freshId() {
        return freshIds.generate();
    }

    /** Sends a command that creates something, which is then found under the collection. */
    public ResponseEntity<AcceptedAnswer> create(
            CommandContext context, String collection, Identifier id, DomainCommand command) {
        Accepted accepted = sender.send(context, id, command);
        return ResponseEntity.created(URI.create(collection + "/" + accepted.id()))
                .headers(headers -> describe(accepted, context.caller(), headers))
                .body(AcceptedAnswer.to(accepted, context.caller()));
    }

    /** Sends a command about something that is there. */
    public ResponseEntity<AcceptedAnswer> send(CommandContext context, Identifier id, DomainCommand command) {
        Accepted accepted = sender.send(context, id, command);
        return ResponseEntity.ok()
                .headers(headers -> describe(accepted, context.caller(), headers))
                .body(AcceptedAnswer.to(accepted, context.caller()));
    }

    private static void describe(Accepted accepted, Caller caller, HttpHeaders headers) {
        headers.set(StampingFilter.LOG_POSITION, Long.toString(accepted.position()));
        Long version = accepted.version();
        if (version != null && AcceptedAnswer.showsVersions(caller)) {
            headers.setETag("\"" + version + "\"");
        }
    }
}
