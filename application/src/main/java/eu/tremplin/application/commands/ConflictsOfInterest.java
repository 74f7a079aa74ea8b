package eu.tremplin.application.commands;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.Conflicts;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.applications.ReviewerId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the files of applications from people with a conflict of interest, by what the log says of them now. */
@Component
public final class ConflictsOfInterest {

    private final Ownership ownership;
    private final EventLog log;
    private final Clock clock;

    ConflictsOfInterest(Ownership ownership, EventLog log, Clock clock) {
        this.ownership = ownership;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Lets the caller read what is about a stream, whatever it is the stream of.
     *
     * @throws Problem where it is an application, and the caller has a conflict of interest with its startup
     */
    public void requireNone(Caller caller, UUID stream) {
        if (ownership.submission(stream).filter(it -> isActive(caller, it)).isPresent()) {
            throw Problem.because(EdgeReason.WITHHELD);
        }
    }

    private boolean isActive(Caller caller, ApplicationSubmitted application) {
        var reviewer = ReviewerId.of(application.edition(), caller.person());
        List<ReviewerEvent> events = log.readStream(reviewer.value(), 0).stream()
                .map(stored -> (ReviewerEvent) stored.event())
                .toList();
        return Conflicts.after(events).activeWith(application.startup(), clock.instant());
    }
}
