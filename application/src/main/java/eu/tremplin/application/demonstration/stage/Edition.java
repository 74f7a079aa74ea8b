package eu.tremplin.application.demonstration.stage;

import eu.tremplin.application.demonstration.acting.Actor;
import eu.tremplin.application.demonstration.acting.Reply;
import eu.tremplin.application.demonstration.cast.Candidate;
import eu.tremplin.application.demonstration.cast.Giver;
import eu.tremplin.application.demonstration.cast.Temperament;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An edition of the story: its plan, and what has come of it so far. */
public final class Edition {

    private final EditionPlan plan;
    private final List<Candidate> candidates;
    private final List<Applied> applied = new ArrayList<>();
    private final Map<Temperament, String> reviewers = new HashMap<>();
    private final Map<Giver, String> pledges = new EnumMap<>(Giver.class);
    private final Map<Giver, String> pools = new EnumMap<>(Giver.class);
    private final List<Applied> shortlist = new ArrayList<>();
    private final Workload workload;
    private final List<Participant> participants = new ArrayList<>();
    private @Nullable String id;
    private long position;

    public Edition(EditionPlan plan, List<Candidate> candidates) {
        this.plan = plan;
        this.candidates = candidates;
        workload = new Workload(candidates.size());
    }

    public EditionPlan plan() {
        return plan;
    }

    public List<Candidate> candidates() {
        return candidates;
    }

    public void isPlanned(String itsId) {
        id = itsId;
    }

    public String id() {
        return Objects.requireNonNull(id, "not planned");
    }

    public String path(String command) {
        return "/api/editions/" + id() + "/" + command;
    }

    /** What was sent in, in that order. */
    public List<Applied> applied() {
        return applied;
    }

    public void add(Applied application) {
        applied.add(application);
    }

    /** What was sent in and has not been withdrawn. */
    public List<Applied> live() {
        return applied.stream()
                .filter(application -> !application.isWithdrawn())
                .toList();
    }

    /** The applications of a stage as the worklist shows them to somebody, the best first; who is level, by name. */
    public List<Applied> withStage(Actor reader, String stage) {
        return worklist(reader, stage).stream()
                .map(row -> known(row.path("application").asString()))
                .toList();
    }

    /** Those of them that have as many reviews as the policy asks for. */
    public List<Applied> quorate(Actor reader) {
        return worklist(reader, "UNDER_REVIEW").stream()
                .filter(row -> row.path("reviewsCompleted").asInt()
                        >= row.path("quorumRequired").asInt())
                .map(row -> known(row.path("application").asString()))
                .toList();
    }

    private List<JsonNode> worklist(Actor reader, String stage) {
        var rows = new ArrayList<>(reader.reads("/api/worklist?edition=%s&stage=%s".formatted(id(), stage), position));
        rows.sort(Comparator.comparing(Edition::meanScore)
                .reversed()
                .thenComparing(row -> row.path("startupName").asString("")));
        return rows;
    }

    private static BigDecimal meanScore(JsonNode row) {
        return new BigDecimal(row.path("meanScore").asString("0"));
    }

    private Applied known(String application) {
        return applied.stream()
                .filter(candidate -> candidate.id().equals(application))
                .findFirst()
                .orElseThrow();
    }

    /** In the order of their ranks. */
    public List<Applied> shortlist() {
        return shortlist;
    }

    /** To whom the chair gives the seats. */
    public List<Applied> admitted() {
        return shortlist.subList(0, EditionPlan.SEATS);
    }

    /** Whom the chair lets wait, in this order. */
    public List<Applied> waiting() {
        return shortlist.subList(EditionPlan.SEATS, EditionPlan.SEATS + EditionPlan.WAITING);
    }

    /** The participation of whoever has accepted, as soon as there is one. */
    public Participant enrolled(Applied application, Play play) {
        Actor staff = play.company().staff();
        String roster = "/api/cohort-roster?application=" + application.id();
        play.await(
                "the enrolment",
                () -> staff.reads(roster, position).stream()
                        .anyMatch(row -> row.path("state").asString().equals("ENROLLED")));
        String participation =
                staff.reads(roster, position).getFirst().path("participation").asString();
        return new Participant(application, participation);
    }

    public List<Participant> participants() {
        return participants;
    }

    public void isInvited(Temperament reviewer, String itsId) {
        reviewers.put(reviewer, itsId);
    }

    /** The commitment of a reviewer to this edition. */
    public String reviewer(Temperament reviewer) {
        return Objects.requireNonNull(reviewers.get(reviewer), "not invited");
    }

    public String reviewerPath(Temperament reviewer, String command) {
        return "/api/reviewers/" + reviewer(reviewer) + "/" + command;
    }

    public Workload workload() {
        return workload;
    }

    public Map<Giver, String> pledges() {
        return pledges;
    }

    public String pool(Giver giver) {
        return Objects.requireNonNull(pools.get(giver), "not opened");
    }

    public Map<Giver, String> pools() {
        return pools;
    }

    /** Remembers how far the log has come, so that what is read next knows of it. */
    public Reply note(Reply reply) {
        position = reply.position();
        return reply;
    }

    public long position() {
        return position;
    }
}
