package eu.tremplin.application.demonstration.stage;

import eu.tremplin.application.demonstration.cast.Temperament;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who of the reviewers reads how much, and whose file nobody may give them. */
public final class Workload {

    private final int applicants;
    private final Map<Temperament, Integer> taken = new HashMap<>();
    private final Map<Temperament, Set<String>> conflicts = new HashMap<>();

    public Workload(int applicants) {
        this.applicants = applicants;
    }

    public void conflict(Temperament reviewer, Applied application) {
        conflicts.computeIfAbsent(reviewer, _ -> new HashSet<>()).add(application.startup());
    }

    public boolean hasConflict(Temperament reviewer, Applied application) {
        return conflicts.getOrDefault(reviewer, Set.of()).contains(application.startup());
    }

    /** The one with the least to read who may read this application and does not read it yet. */
    public Temperament nextFor(Applied application) {
        return Temperament.ALL.stream()
                .filter(reviewer -> !application.readers().contains(reviewer))
                .filter(reviewer -> !hasConflict(reviewer, application))
                .filter(reviewer -> !isFull(reviewer))
                .min(Comparator.comparingInt(this::taken))
                .orElseThrow(() -> new IllegalStateException("Nobody is left to read"));
    }

    public void take(Temperament reviewer, Applied application) {
        taken.merge(reviewer, 1, Integer::sum);
        application.readers().add(reviewer);
    }

    /** Somebody who has no capacity left and could otherwise read this. */
    public Optional<Temperament> fullFor(Applied application) {
        return Temperament.ALL.stream()
                .filter(this::isFull)
                .filter(reviewer -> !application.readers().contains(reviewer))
                .filter(reviewer -> !hasConflict(reviewer, application))
                .findFirst();
    }

    private boolean isFull(Temperament reviewer) {
        return taken(reviewer) >= reviewer.capacityAmong(applicants);
    }

    private int taken(Temperament reviewer) {
        return taken.getOrDefault(reviewer, 0);
    }
}
