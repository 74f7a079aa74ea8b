package eu.tremplin.domain.participations;

import eu.tremplin.domain.participations.Milestone.Standing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The milestones of one participation by name, in the order in which they were planned. */
record Milestones(Map<String, Milestone> byName) {

    Milestones {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    static Milestones none() {
        return new Milestones(Map.of());
    }

    Optional<Milestone> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Names of the mandatory milestones that are neither met nor waived. */
    List<String> outstanding() {
        return byName.entrySet().stream()
                .filter(milestone -> milestone.getValue().outstanding())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a final report has been planned at all, and met or waived. */
    boolean finalReportClosed() {
        return byName.values().stream().anyMatch(milestone -> milestone.isFinalReport() && milestone.closed());
    }

    Milestones with(String name, Milestone milestone) {
        var changed = new LinkedHashMap<>(byName);
        changed.put(name, milestone);
        return new Milestones(changed);
    }

    Milestones with(String name, Standing standing) {
        Milestone milestone = byName.get(name);
        return milestone == null ? this : with(name, milestone.with(standing));
    }
}
