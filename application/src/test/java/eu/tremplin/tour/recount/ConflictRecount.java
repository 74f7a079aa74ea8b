package eu.tremplin.tour.recount;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conflicts of interest, each by the last that was declared or detected of it and by what a chair ruled after. */
public final class ConflictRecount {

    private final History history;

    private ConflictRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> of(History history) {
        var recount = new ConflictRecount(history);
        var last = new LinkedHashMap<String, Event>();
        history.of("ConflictDeclared", "ConflictDetected")
                .events()
                .forEach(found ->
                        last.put(found.stream() + found.type() + found.text("startup") + found.text("kind"), found));
        return last.values().stream().map(recount::row).toList();
    }

    private Map<String, String> row(Event found) {
        History own = history.inStream(found.stream());
        Event invited = own.of("ReviewerInvited").first().orElseThrow();
        boolean detected = found.type().equals("ConflictDetected");
        Optional<Event> ruling = own.after(found)
                .with("startup", found.text("startup"))
                .where(event -> event.type().equals("ConflictCleared")
                        ? event.text("kind").equals(found.text("kind"))
                        : detected && event.type().equals("NonConflictPinned"))
                .first();
        return new Row()
                .column("reviewer", found.text("reviewer"))
                .column("startup", found.text("startup"))
                .column("kind", found.text("kind"))
                .column("source", detected ? "DETECTED" : "DECLARED")
                .column("edition", invited.text("edition"))
                .column("person", invited.text("person"))
                .column("standing", ruling.map(ConflictRecount::standing).orElse("HOLDS"))
                .column("endedOn", found.text("endedOn"))
                .column("activeUntil", found.text("activeUntil"))
                .column("lastPosition", ruling.orElse(found).position())
                .cells();
    }

    private static String standing(Event ruling) {
        return ruling.type().equals("ConflictCleared") ? "CLEARED" : "PINNED";
    }
}
