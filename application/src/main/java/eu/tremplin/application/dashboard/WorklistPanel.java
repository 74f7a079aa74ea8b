package eu.tremplin.application.dashboard;

import eu.tremplin.application.web.queries.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What staff do next, and with which applications first. */
record WorklistPanel(List<Step> steps, List<Item> first, String list, String csv) {

    static final String TABLE = "worklist";
    static final String NOTHING_TO_DO = "NONE";

    static WorklistPanel of(Edition edition, Map<String, Long> counts, List<Row> first) {
        var filter = Map.of("edition", edition.id());
        return new WorklistPanel(
                counts.entrySet().stream()
                        .filter(count -> !count.getKey().equals(NOTHING_TO_DO))
                        .map(count -> step(edition.id(), count.getKey(), count.getValue()))
                        .toList(),
                first.stream().map(row -> item(edition, row)).toList(),
                Link.list(TABLE, filter),
                Link.csv(TABLE, filter));
    }

    private static Step step(UUID edition, String step, long count) {
        return new Step(Words.choice(step), count, Link.list(TABLE, Map.of("edition", edition, "nextStep", step)));
    }

    private static Item item(Edition edition, Row row) {
        return new Item(
                row.textIfAny("startupName").orElse("Unregistered startup"),
                Link.application(row.id("application")),
                Words.choice(row.text("nextStep")),
                row.instant("stageSince").toString(),
                Words.time(row.instant("stageSince"), edition.zone()),
                row.whole("reviewsCompleted") + " of " + row.whole("quorumRequired"));
    }

    public long open() {
        return steps.stream().mapToLong(Step::count).sum();
    }

    /** A next step and how many applications wait for it. */
    record Step(String name, long count, String link) {}

    /** An application that waits. */
    record Item(String startup, String link, String nextStep, String since, String sinceInWords, String reviews) {}
}
