package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.projecting.Generation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final SortedMap<UUID, Set<String>> nodes = new TreeMap<>();

    @Test
    void givesASingleNodeAll() {
        nodes.put(A, kinds(8, 1));

        assertThat(Shares.of(A, generations(8, null), nodes)).hasSize(8);
    }

    @Test
    void givesTheHalfToASecondNodeAndLeavesTheFirstTheRest() {
        List<Generation> all = generations(8, A);
        nodes.put(A, kinds(8, 1));
        nodes.put(B, kinds(8, 1));

        assertThat(Shares.of(A, all, nodes)).isEqualTo(all.subList(0, 4));
        assertThat(Shares.of(B, all, nodes)).isEqualTo(all.subList(4, 8));
    }

    @Test
    void givesNobodyMoreThanTheShareWhereItDoesNotDivide() {
        List<Generation> all = generations(8, A);
        nodes.put(A, kinds(8, 1));
        nodes.put(B, kinds(8, 1));
        nodes.put(C, kinds(8, 1));

        assertThat(Shares.of(A, all, nodes)).hasSize(3);
        assertThat(Shares.of(B, all, nodes)).hasSize(3);
        assertThat(Shares.of(C, all, nodes)).hasSize(2);
    }

    @Test
    void givesWhatADeadNodeHadToTheLivingOnes() {
        var all = new ArrayList<>(generations(4, C));
        nodes.put(A, kinds(4, 1));
        nodes.put(B, kinds(4, 1));

        assertThat(Shares.of(A, all, nodes)).hasSize(2);
        assertThat(Shares.of(B, all, nodes)).hasSize(2);
    }

    @Test
    void givesMoreThanTheShareToTheOnlyNodeThatKnowsTheVersion() {
        nodes.put(A, kinds(8, 2));
        nodes.put(B, kinds(8, 1));

        assertThat(Shares.of(A, generations(8, B), nodes)).isEmpty();
        assertThat(Shares.of(B, generations(8, B), nodes)).hasSize(8);
    }

    @Test
    void givesNobodyWhatNobodyKnows() {
        nodes.put(A, kinds(8, 2));

        assertThat(Shares.of(A, generations(8, null), nodes)).isEmpty();
    }

    private static Set<String> kinds(int count, int version) {
        return Set.copyOf(IntStream.range(0, count)
                .mapToObj(index -> Generation.kind("model-" + index, version))
                .toList());
    }

    private static List<Generation> generations(int count, @Nullable UUID owner) {
        return IntStream.range(0, count)
                .mapToObj(index -> new Generation("model-" + index, 1, 1, Role.LIVE, true, 0, null, owner, 1))
                .toList();
    }
}
