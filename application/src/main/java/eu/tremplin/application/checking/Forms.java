package eu.tremplin.application.checking;

import eu.tremplin.application.checking.EventsCheck.Passing;
import eu.tremplin.application.checking.EventsCheck.Piece;

/** Every event is of a known type and revision, and says who did it in answer to what. */
final class Forms implements Passing {

    @Override
    public void look(Piece piece, Snapshot snapshot, Findings findings) {
        for (LoggedEvent event : piece.events()) {
            if (!event.unreadable().isEmpty()) {
                findings.add(Finding.at(Invariant.FORMS, event, event.type() + ": " + event.unreadable()));
            }
        }
    }
}
