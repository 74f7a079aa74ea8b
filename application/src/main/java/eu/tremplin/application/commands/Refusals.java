package eu.tremplin.application.commands;

import eu.tremplin.application.commands.CommandSender.Request;
import eu.tremplin.application.security.AccessLog;
import eu.tremplin.application.security.AccessLogEntry;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Writes down which command was refused to whom, and why. */
@Component
final class Refusals {

    private final AccessLog accessLog;

    Refusals(AccessLog accessLog) {
        this.accessLog = accessLog;
    }

    void record(Request request, CommandRefused refused) {
        CommandContext context = request.context();
        var details = new HashMap<String, String>();
        refused.facts().forEach((name, fact) -> details.put(name, String.valueOf(fact)));
        details.put("commandId", context.commandId());
        accessLog.record(new AccessLogEntry(
                context.caller().name(),
                context.onBehalfOfApplicant() ? "applicant:" + request.subject() : null,
                AccessLogEntry.Kind.REFUSED,
                request.names(),
                refused.reason().code(),
                request.subject(),
                null,
                context.correlationId(),
                details));
    }
}
