package eu.tremplin.application.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.tremplin.application.commands.Accepted;
import eu.tremplin.application.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a command is answered.
 *
 * @param id what was created or concerned
 * @param version version of its stream; not for applicants, whom it would tell of what is not yet disclosed
 * @param position last position in the log that the command led to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcceptedAnswer(UUID id, @Nullable Long version, long position) {

    static AcceptedAnswer to(Accepted accepted, Caller caller) {
        return new AcceptedAnswer(
                accepted.id(), showsVersions(caller) ? accepted.version() : null, accepted.position());
    }

    static boolean showsVersions(Caller caller) {
        return !(caller instanceof Caller.Applicant);
    }
}
