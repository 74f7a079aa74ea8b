package eu.tremplin.application.demonstration.programme;

import eu.tremplin.application.demonstration.stage.EditionPlan;
import java.util.Map;

/** What every startup is to reach, so many days after the start of the programme. */
enum Goal {
    EVALUATION("Evaluation plan", "DELIVERABLE", 30),
    PROTOTYPE("Prototype on open weights", "DELIVERABLE", 77),
    PILOT("First pilot customer", "DELIVERABLE", 126),
    REPORT("Final report", "FINAL_REPORT", 151);

    private final String milestone;
    private final String kind;
    private final int day;

    Goal(String milestone, String kind, int day) {
        this.milestone = milestone;
        this.kind = kind;
        this.day = day;
    }

    String milestone() {
        return milestone;
    }

    int day() {
        return day;
    }

    Map<String, Object> plan(EditionPlan edition) {
        return Map.of(
                "milestone",
                milestone,
                "kind",
                kind,
                "mandatory",
                true,
                "due",
                edition.startsOn().plusDays(day));
    }
}
