package eu.tremplin.domain.participations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a startup does before it begins, in the policy's order. */
record Onboarding(List<String> tasks, Set<String> completed) {

    Onboarding {
        tasks = List.copyOf(tasks);
        completed = Set.copyOf(completed);
    }

    static Onboarding of(List<String> tasks) {
        return new Onboarding(tasks, Set.of());
    }

    boolean has(String task) {
        return tasks.contains(task);
    }

    boolean hasCompleted(String task) {
        return completed.contains(task);
    }

    List<String> outstanding() {
        return tasks.stream().filter(task -> !completed.contains(task)).toList();
    }

    Onboarding withCompleted(String task) {
        var more = new HashSet<>(completed);
        more.add(task);
        return new Onboarding(tasks, more);
    }
}
