package eu.tremplin.application.reactions;

import static eu.tremplin.application.problems.EdgeReason.LOST_RACE;
import static eu.tremplin.application.problems.EdgeReason.REQUEST_IN_FLIGHT;

import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.commands.CommandContext.Once;
import eu.tremplin.application.commands.CommandRefused;
import eu.tremplin.application.commands.CommandSender;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.CorrelationId;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.Identifier;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks for what follows from an event. A rule's no is an answer: it stands in the access log, and the reaction goes on.
 * Whatever else fails is thrown, and the event is delivered again.
 */
@Component
final class ReactionSender {

    private static final Logger log = LoggerFactory.getLogger(ReactionSender.class);
    private static final Caller REACTIONS = new Caller.Policy("reactions");

    private final CommandSender sender;

    ReactionSender(CommandSender sender) {
        this.sender = sender;
    }

    void send(EventMessage<?> cause, Identifier subject, DomainCommand command) throws Exception {
        CommandContext context = because(cause, command);
        try (var _ = CorrelationId.onLines(context.correlationId())) {
            sendOrSayWhyNot(context, cause, subject, command);
        }
    }

    private void sendOrSayWhyNot(
            CommandContext context, EventMessage<?> cause, Identifier subject, DomainCommand command) throws Exception {
        try {
            OwnUnitOfWork.call(() -> {
                // Its thread is another.
                try (var _ = CorrelationId.onLines(context.correlationId())) {
                    return sender.send(context, subject, command);
                }
            });
        } catch (CommandRefused refused) {
            if (refused.reason() == LOST_RACE || refused.reason() == REQUEST_IN_FLIGHT) {
                throw refused;
            }
            log.info(
                    // The command itself may carry what people wrote.
                    "{} for {} after {} was refused: {}",
                    command.getClass().getSimpleName(),
                    subject,
                    cause.getIdentifier(),
                    refused.reason().code());
        }
    }

    private static CommandContext because(EventMessage<?> cause, DomainCommand command) {
        UUID commandId = Identifier.derivedFrom("reaction", command.getClass().getSimpleName(), cause.getIdentifier());
        return new CommandContext(
                REACTIONS,
                false,
                // Of all instants the one that is the same however often the event is delivered.
                cause.getTimestamp(),
                commandId.toString(),
                Objects.toString(cause.getMetaData().get(CommandMetadata.CORRELATION_ID), commandId.toString()),
                cause.getIdentifier(),
                new Once(commandId.toString(), commandId.toString().replace("-", "")),
                null);
    }
}
