package eu.tremplin.application.checking;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of looking at everything.
 *
 * @param reached position up to which the log was complete
 * @param head position of its newest event
 */
public record Report(long reached, long head, Findings findings) {

    /** For people. */
    void print(PrintStream out) {
        out.println("The log ends at position " + head + " and is noted to be complete up to " + reached + ".");
        if (findings.count() == 0) {
            out.println("No findings.");
            return;
        }
        out.println(findings.count() == 1 ? "1 finding:" : findings.count() + " findings:");
        List<Finding> first = findings.first();
        for (int i = 0; i < first.size(); i++) {
            out.println();
            out.println((i + 1) + ". " + line(first.get(i)));
            out.println("   Must be: " + first.get(i).invariant().meaning() + ".");
            out.println("   Next: " + first.get(i).invariant().nextStep());
        }
        if (findings.count() > first.size()) {
            out.println();
            out.println("And " + (findings.count() - first.size()) + " more.");
        }
    }

    static String line(Finding finding) {
        var where = new ArrayList<String>();
        if (finding.position() != null) {
            where.add("position " + finding.position());
        }
        if (finding.stream() != null) {
            where.add("stream " + finding.stream());
        }
        return (where.isEmpty() ? "" : String.join(", ", where) + ": ") + finding.what() + ".";
    }
}
