package eu.tremplin.application.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an edition stands.
 *
 * @param events null for who may not see what happened
 */
record Dashboard(
        Edition edition,
        FunnelPanel funnel,
        WorklistPanel worklist,
        SeatsPanel seats,
        CreditsPanel credits,
        DuePanel due,
        @Nullable EventsPanel events,
        Freshness freshness) {

    public List<Edition.Stage> path() {
        return edition.path().toList();
    }

    /** What is asked for most, in one line. */
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Applications", funnel.submitted(), "", worklist.list(), false));
        figures.add(stage("Under review"));
        figures.add(stage("Shortlisted"));
        figures.add(new Figure(
                "Seats taken", seats.taken(), Integer.toString(seats.seats().size()), seats.takenLink(), false));
        figures.add(new Figure("On the waitlist", seats.waitlist().size(), "", seats.waitingLink(), false));
        figures.add(new Figure("Overdue", due.overdue(), "", due.list(), due.overdue() > 0));
        return figures;
    }

    private Figure stage(String name) {
        return funnel.lines().stream()
                .filter(line -> line.stage().equals(name))
                .findFirst()
                .map(line -> new Figure(name, line.current(), "", line.currentLink(), false))
                .orElseGet(() -> new Figure(name, 0, "", Link.list(FunnelPanel.TABLE, Map.of()), false));
    }

    /**
     * One number and what stands behind it.
     *
     * @param of how many it could be; empty where nothing bounds it
     */
    record Figure(String name, long number, String of, String link, boolean alarming) {}
}
