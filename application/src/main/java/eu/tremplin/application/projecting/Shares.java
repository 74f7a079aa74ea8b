package eu.tremplin.application.projecting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Which node is to move on which generation, as every node works it out from the same rows: each as many as the others,
 * and what one has already it keeps. Two that disagree for a moment do no harm, as only one can claim.
 */
final class Shares {

    private final SortedMap<UUID, Set<String>> nodes;
    private final Map<UUID, Integer> counts = new HashMap<>();

    private Shares(SortedMap<UUID, Set<String>> nodes) {
        this.nodes = nodes;
    }

    /**
     * The generations that are one node's.
     *
     * @param nodes those that are alive, and what each can follow
     */
    static List<Generation> of(UUID node, List<Generation> generations, SortedMap<UUID, Set<String>> nodes) {
        return new Shares(nodes).assign(generations).getOrDefault(node, List.of());
    }

    private Map<UUID, List<Generation>> assign(List<Generation> generations) {
        var assigned = new HashMap<UUID, List<Generation>>();
        var left = new ArrayList<Generation>();
        int most = Math.ceilDiv(generations.size(), Math.max(1, nodes.size()));
        for (Generation each : generations) {
            UUID owner = each.owner();
            if (owner != null && canFollow(owner, each) && count(owner) < most) {
                give(each, owner, assigned);
            } else {
                left.add(each);
            }
        }
        for (Generation each : left) {
            // Where only one node knows the version, it gets more than its share: else nobody would follow.
            leastBusy(each).ifPresent(node -> give(each, node, assigned));
        }
        return assigned;
    }

    private void give(Generation generation, UUID node, Map<UUID, List<Generation>> assigned) {
        assigned.computeIfAbsent(node, _ -> new ArrayList<>()).add(generation);
        counts.merge(node, 1, Integer::sum);
    }

    private Optional<UUID> leastBusy(Generation generation) {
        UUID found = null;
        for (UUID node : nodes.keySet()) {
            if (canFollow(node, generation) && (found == null || count(node) < count(found))) {
                found = node;
            }
        }
        return Optional.ofNullable(found);
    }

    private int count(UUID node) {
        return counts.getOrDefault(node, 0);
    }

    private boolean canFollow(UUID node, Generation generation) {
        return nodes.getOrDefault(node, Set.of()).contains(generation.kind());
    }
}
