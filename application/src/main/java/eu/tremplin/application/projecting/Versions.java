package eu.tremplin.application.projecting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a batch makes of one row: what it is, or that it is not there, since which position. */
final class Versions {

    private final List<Version> versions = new ArrayList<>();

    /** Changes of one event are one change. */
    void add(long since, Optional<List<@Nullable Object>> row) {
        if (!versions.isEmpty() && versions.getLast().since == since) {
            versions.removeLast();
        }
        versions.add(new Version(since, row));
    }

    /** The position at which what is stored ceases to be. */
    long begin() {
        return versions.getFirst().since;
    }

    Version last() {
        return versions.getLast();
    }

    /** What the row was for a while within the batch, where it was there. */
    List<Former> between() {
        var between = new ArrayList<Former>();
        for (int place = 0; place + 1 < versions.size(); place++) {
            Version version = versions.get(place);
            long until = versions.get(place + 1).since;
            version.row.ifPresent(row -> between.add(new Former(row, version.since, until)));
        }
        return between;
    }

    /**
     * What a row is from a position on.
     *
     * @param row its plain values; none where it is not there
     */
    record Version(long since, Optional<List<@Nullable Object>> row) {}

    /** What a row was from one position up to but not including another. */
    record Former(List<@Nullable Object> row, long since, long until) {}
}
