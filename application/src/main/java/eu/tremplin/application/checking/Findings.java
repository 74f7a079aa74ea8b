package eu.tremplin.application.checking;

import java.util.ArrayList;
import java.util.List;

/** What was found, the first of it in full: where one thing is broken, a thousand others may follow from it. */
public final class Findings {

    private static final int IN_FULL = 200;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        if (count++ < IN_FULL) {
            first.add(finding);
        }
    }

    public long count() {
        return count;
    }

    public List<Finding> first() {
        return List.copyOf(first);
    }
}
