package eu.tremplin.tour;

import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import eu.tremplin.tour.recount.History;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The people of one tour, what they have created so far, and how each says what is said often. */
final class Tour implements AutoCloseable {

    private final RunningTremplin tremplin = RunningTremplin.onBareHome("tour").start();
    private final Caller staff = tremplin.as("staff");
    private final Caller auditor = tremplin.as("auditor");
    private final Caller analyst = tremplin.as("analyst");
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, Reviewer> reviewers = new LinkedHashMap<>();
    private final Map<String, Caller> partners = new LinkedHashMap<>();
    private final List<Applied> startups = new ArrayList<>();

    RunningTremplin tremplin() {
        return tremplin;
    }

    Caller staff() {
        return staff;
    }

    /** Staff who act for an applicant. */
    Caller onBehalf() {
        return staff.with("On-Behalf-Of", "applicant");
    }

    Caller auditor() {
        return auditor;
    }

    Caller analyst() {
        return analyst;
    }

    Instant today() {
        return today;
    }

    /** Keeps the id of what was created under a name of the tour's own. */
    void keep(String name, Answer created) {
        ids.put(name, created.expect(201).id());
    }

    void keep(String name, String id) {
        ids.put(name, id);
    }

    String id(String name) {
        return known(ids, name);
    }

    Reviewer reviewer(String name) {
        return known(reviewers, name);
    }

    void invite(String name) {
        reviewers.put(name, Reviewer.invite(tremplin, id("edition"), name));
    }

    Answer accept(String reviewer, int capacity) {
        return reviewer(reviewer).accept(capacity);
    }

    /** Somebody who manages what a partner gives. */
    Caller partnerManager(String partner) {
        return known(partners, partner);
    }

    void employPartnerManager(String partner) {
        String name = partner + "-manager";
        String password = "a long password of " + name;
        staff.post("/api/users", """
            {"name": "%s", "password": "%s", "roles": ["PT"], "partner": "%s"}\
            """.formatted(name, password, id(partner))).expect(201);
        partners.put(partner, tremplin.as(name, password));
    }

    void apply(Applied applied) {
        startups.add(applied);
    }

    /** The startups of the tour by their numbers, from 1. */
    Applied startup(int number) {
        return startups.get(number - 1);
    }

    Answer edition(String command, String json) {
        return staff.post("/api/editions/%s/%s".formatted(id("edition"), command), json);
    }

    Answer edition(String command) {
        return edition(command, "{}");
    }

    /** Staff ask something of a startup's application. */
    Answer application(int startup, String command, String json) {
        return staff.post(startup(startup).path(command), json);
    }

    Answer application(int startup, String command) {
        return application(startup, command, "{}");
    }

    Answer assign(int startup, String reviewer) {
        return application(
                startup,
                "assign-reviewer",
                "{\"reviewer\": \"%s\"}".formatted(reviewer(reviewer).id()));
    }

    Answer review(int startup, String reviewer, int team, int openness) {
        return reviewer(reviewer).caller().post(startup(startup).path("submit-review"), Bodies.review(team, openness));
    }

    Answer shortlist(int startup, int rank) {
        return application(startup, "shortlist", "{\"rank\": %d}".formatted(rank));
    }

    /** Staff ask something of a startup's participation. */
    Answer participation(int startup, String command, String json) {
        return staff.post(participationPath(startup, command), json);
    }

    String participationPath(int startup, String command) {
        return "/api/participations/%s/%s".formatted(id("participation of startup " + startup), command);
    }

    Answer grant(String grant, String command) {
        return staff.post("/api/credit-grants/%s/%s".formatted(id(grant), command));
    }

    Answer use(String grant, String record, String quantity, String region) {
        return partnerManager("cloud")
                .post(
                        "/api/credit-grants/%s/record-usage".formatted(id(grant)),
                        Bodies.usage(record, today, quantity, region));
    }

    History history() {
        return History.of(auditor.with("Accept", "application/x-ndjson")
                .get("/api/history")
                .expect(200)
                .lines());
    }

    /** A read model's rows by one of their columns, as soon as it has got as far as the answer. */
    Map<String, Map<String, String>> rows(String table, String key, long position) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        new Table(staff, table, position).lines().forEach(row -> rows.put(known(row, key), row));
        return rows;
    }

    @Override
    public void close() {
        tremplin.close();
    }

    static <T> T known(Map<String, T> all, String name) {
        T known = all.get(name);
        if (known == null) {
            throw new NoSuchElementException("No " + name + " among " + all.keySet());
        }
        return known;
    }
}
