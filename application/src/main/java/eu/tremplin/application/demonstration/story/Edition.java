package eu.tremplin.application.demonstration.story;

import eu.tremplin.application.demonstration.acting.Reply;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An edition of the story: its plan, and what has come of it so far. */
final class Edition {

    private final EditionPlan plan;
    private final List<Candidate> candidates;
    private final List<Applied> applied = new ArrayList<>();
    private final Map<Temperament, String> reviewers = new HashMap<>();
    private final Map<Giver, String> pledges = new EnumMap<>(Giver.class);
    private final Map<Giver, String> pools = new EnumMap<>(Giver.class);
    private @Nullable String id;
    private long position;

    Edition(EditionPlan plan, List<Candidate> candidates) {
        this.plan = plan;
        this.candidates = candidates;
    }

    EditionPlan plan() {
        return plan;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    void isPlanned(String itsId) {
        id = itsId;
    }

    String id() {
        return Objects.requireNonNull(id, "not planned");
    }

    String path(String command) {
        return "/api/editions/" + id() + "/" + command;
    }

    /** What was sent in, in that order. */
    List<Applied> applied() {
        return applied;
    }

    void add(Applied application) {
        applied.add(application);
    }

    Map<Temperament, String> reviewers() {
        return reviewers;
    }

    String reviewerPath(Temperament reviewer, String command) {
        return "/api/reviewers/" + Objects.requireNonNull(reviewers.get(reviewer), "not invited") + "/" + command;
    }

    Map<Giver, String> pledges() {
        return pledges;
    }

    Map<Giver, String> pools() {
        return pools;
    }

    /** Remembers how far the log has come, so that what is read next knows of it. */
    Reply note(Reply reply) {
        position = reply.position();
        return reply;
    }

    long position() {
        return position;
    }
}
