package eu.tremplin.domain.applications;

import eu.tremplin.domain.applications.ReviewerEvent.CapacityChanged;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityReturned;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentDeclined;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictCleared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDetected;
import eu.tremplin.domain.applications.ReviewerEvent.NonConflictPinned;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What ties one reviewer to startups: declared or detected, less what a chair has cleared. A pin takes away what is
 * detected, before it and after it; what somebody declares holds all the same.
 */
public final class Conflicts {

    private final Map<StartupId, Map<ConflictKind, Validity>> declared = new HashMap<>();
    private final Map<StartupId, Map<ConflictRule, Finding>> detected = new HashMap<>();
    private final Set<StartupId> pinned = new HashSet<>();

    Conflicts() {}

    /** What is known after all that has happened to the reviewer. */
    public static Conflicts after(List<ReviewerEvent> events) {
        var conflicts = new Conflicts();
        events.forEach(conflicts::on);
        return conflicts;
    }

    /** Whether something ties the reviewer to the startup, at this instant, that counts. */
    public boolean activeWith(StartupId startup, Instant at) {
        return declaredWith(startup).values().stream().anyMatch(validity -> validity.holdsAt(at))
                || (!pinned.contains(startup)
                        && detectedWith(startup).values().stream().anyMatch(finding -> finding.holdsAt(at)));
    }

    /** Whether it has been declared already that such a tie holds for as long. */
    boolean isDeclared(StartupId startup, ConflictKind kind, Validity validity) {
        Validity known = declaredWith(startup).get(kind);
        return known != null && known.reaches(validity);
    }

    /** Whether a detection says anything: it counts, and is not what was known or cleared. */
    boolean isNews(StartupId startup, ConflictRule rule, Validity validity, Instant at) {
        Finding known = detectedWith(startup).get(rule);
        return validity.holdsAt(at)
                && !pinned.contains(startup)
                && (known == null || !known.validity().reaches(validity));
    }

    boolean isPinned(StartupId startup) {
        return pinned.contains(startup);
    }

    /** Whether there is a conflict of this kind to be cleared. */
    boolean has(StartupId startup, ConflictKind kind) {
        return declaredWith(startup).containsKey(kind)
                || detectedWith(startup).entrySet().stream()
                        .anyMatch(found -> found.getKey().kind() == kind
                                && !found.getValue().cleared());
    }

    private Map<ConflictKind, Validity> declaredWith(StartupId startup) {
        return declared.getOrDefault(startup, Map.of());
    }

    private Map<ConflictRule, Finding> detectedWith(StartupId startup) {
        return detected.getOrDefault(startup, Map.of());
    }

    void on(ReviewerEvent event) {
        switch (event) {
            case ConflictDeclared e ->
                declared.computeIfAbsent(e.startup(), _ -> new HashMap<>())
                        .put(e.kind(), new Validity(e.activeUntil()));
            case ConflictDetected e ->
                detected.computeIfAbsent(e.startup(), _ -> new HashMap<>())
                        .put(e.rule(), new Finding(new Validity(e.activeUntil()), false));
            case NonConflictPinned e -> pinned.add(e.startup());
            case ConflictCleared e -> {
                declared.computeIfPresent(e.startup(), (_, kinds) -> without(kinds, e.kind()));
                detected.getOrDefault(e.startup(), new HashMap<>())
                        .replaceAll((rule, finding) -> rule.kind() == e.kind() ? finding.toBeIgnored() : finding);
            }
            case ReviewerInvited _,
                    CommitmentAccepted _,
                    CommitmentDeclined _,
                    CapacityChanged _,
                    ReviewerReleased _ -> {}
            case CapacityTaken _, CapacityReturned _ -> {}
        }
    }

    private static Map<ConflictKind, Validity> without(Map<ConflictKind, Validity> kinds, ConflictKind kind) {
        kinds.remove(kind);
        return kinds;
    }

    /**
     * What a rule has found.
     *
     * @param cleared whether the chair knows better; the same is then not found again
     */
    private record Finding(Validity validity, boolean cleared) {

        boolean holdsAt(Instant instant) {
            return !cleared && validity.holdsAt(instant);
        }

        Finding toBeIgnored() {
            return new Finding(validity, true);
        }
    }
}
