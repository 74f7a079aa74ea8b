package eu.tremplin.application.web.queries;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.web.Programme;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An edition whose applications have come more or less far, so that some columns of the worklist are empty. */
final class Selection {

    static final String CONTACT = "Ada Lovelace";

    private static final JsonMapper JSON = new JsonMapper();

    private final Programme programme;
    private final List<String> applications = new ArrayList<>();
    private long position;

    private Selection(Programme programme) {
        this.programme = programme;
    }

    /** One application for each startup: the first two shortlisted, the third reviewed, the others new. */
    static Selection of(List<String> startups) {
        var selection = new Selection(Programme.open(RunningApplication.get(), 5));
        var reviewer = selection.programme.reviewer();
        for (String startup : startups) {
            int number = selection.applications.size() + 1;
            Programme.Applied applied = selection.apply(startup);
            if (number <= 3) {
                selection.staff(applied.path("check-eligibility"), "{}");
                selection.staff(applied.path("assign-reviewer"), "{\"reviewer\":\"%s\"}".formatted(reviewer.id()));
                selection.keep(reviewer.caller().post(applied.path("submit-review"), Programme.REVIEW));
            }
            if (number <= 2) {
                selection.staff(applied.path("shortlist"), "{\"rank\":%d}".formatted(number));
            }
        }
        return selection;
    }

    private Programme.Applied apply(String startup) {
        String id = staff("/api/startups", JSON.writeValueAsString(Map.of("name", startup, "country", "FR")))
                .id();
        var applied =
                new Programme.Applied(keep(programme.onBehalf().post("/api/applications", programme.submission(id))));
        applications.add(applied.id());
        return applied;
    }

    private Answer staff(String path, String json) {
        return keep(programme.staff().post(path, json));
    }

    private Answer keep(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer);
        }
        position = answer.logPosition();
        return answer;
    }

    /** In the order in which they applied. */
    List<String> applications() {
        return List.copyOf(applications);
    }

    String edition() {
        return programme.edition();
    }

    String worklist(String more) {
        return "/api/worklist?edition=" + edition() + more;
    }

    /** The caller, who waits for all that has happened here. */
    Caller seenBy(Caller caller) {
        return caller.with("Min-Log-Position", Long.toString(position));
    }
}
