package eu.tremplin.tour.recount;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What falls due: of everything that ever had an end, what nothing has put an end to. */
public final class DueRecount {

    private final History history;
    private final List<Map<String, String>> rows = new ArrayList<>();

    private DueRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> of(History history) {
        var recount = new DueRecount(history);
        history.of("EditionPlanned").events().forEach(recount::edition);
        history.of("DeadlineOverrideGranted").events().forEach(recount::override);
        history.of("OfferMade").events().forEach(recount::offer);
        history.of("MilestonePlanned").events().forEach(recount::milestone);
        history.of("GrantOpened").events().forEach(recount::credits);
        return recount.rows;
    }

    private void edition(Event planned) {
        History own = history.inStream(planned.stream());
        if (own.of("EditionCancelled").any()) {
            return;
        }
        String edition = planned.text("edition");
        if (!own.of("EditionStarted").any()) {
            add("EDITION_START", edition, edition, "", "", endOf(planned.text("startsOn"), edition), planned);
        }
        if (!own.of("EditionEnded").any()) {
            add("EDITION_END", edition, edition, "", "", endOf(planned.text("endsOn"), edition), planned);
        }
        own.of("DeadlinesSet", "DeadlineExtended", "CallReopened").last().ifPresent(last -> {
            if (!EditionsRecount.isClosed(own)) {
                add("ADVERTISED_DEADLINE", edition, edition, "", "", deadline(own, "advertised"), last);
                add("ENFORCED_DEADLINE", edition, edition, "", "", deadline(own, "enforced"), last);
            }
            if (!own.of("EditionStarted").any()) {
                add("INTERNAL_DEADLINE", edition, edition, "", "", deadline(own, "internal"), last);
            }
        });
    }

    private static String deadline(History own, String which) {
        return EditionsRecount.deadline(own, which).orElseThrow();
    }

    private void override(Event granted) {
        String edition = granted.text("edition");
        String startup = granted.text("startup");
        History later = history.after(granted).with("edition", edition);
        boolean over = later.of("EditionEnded", "EditionCancelled").any()
                || later.of("DeadlineOverrideGranted", "DeadlineOverrideRevoked", "ApplicationSubmitted")
                        .with("startup", startup)
                        .any();
        if (!over) {
            add("DEADLINE_OVERRIDE", edition, edition, startup, "", granted.text("until"), granted);
        }
    }

    private void offer(Event made) {
        String application = made.text("application");
        if (!history.after(made)
                .of("OfferAccepted", "OfferDeclined", "OfferExpired")
                .with("application", application)
                .any()) {
            Event submitted = history.of("ApplicationSubmitted")
                    .with("application", application)
                    .first()
                    .orElseThrow();
            add(
                    "OFFER_EXPIRY",
                    submitted.text("edition"),
                    application,
                    submitted.text("startup"),
                    "",
                    made.text("expiresAt"),
                    made);
        }
    }

    private void milestone(Event planned) {
        String participation = planned.text("participation");
        String name = planned.text("milestone");
        History own = history.inStream(planned.stream());
        boolean met = own.of("MilestoneAssessed")
                .with("milestone", name)
                .with("assessment", "MET")
                .any();
        boolean waived = own.of("MilestoneWaived").with("milestone", name).any();
        if (!met && !waived && !own.of("StartupGraduated").any()) {
            Event enrolled = own.of("StartupEnrolled").first().orElseThrow();
            String edition = enrolled.text("edition");
            String due = endOf(planned.text("due"), edition);
            add("MILESTONE", edition, participation, enrolled.text("startup"), name, due, planned);
        }
    }

    private void credits(Event opened) {
        History own = history.inStream(opened.stream());
        BigDecimal gone = own.of("CreditsConsumed", "CreditsExpired").sum("amount", "value");
        if (gone.compareTo(new BigDecimal(opened.text("amount", "value"))) < 0) {
            add(
                    "CREDIT_EXPIRY",
                    opened.text("edition"),
                    opened.text("grant"),
                    opened.text("startup"),
                    opened.text("scope"),
                    opened.text("expiry"),
                    opened);
        }
    }

    private String endOf(String day, String edition) {
        String zone = history.of("EditionPlanned")
                .with("edition", edition)
                .texts("zone")
                .getFirst();
        return LocalDate.parse(day)
                .atTime(LocalTime.of(23, 59, 59, 999_999_000))
                .atZone(ZoneId.of(zone))
                .toInstant()
                .toString();
    }

    private void add(
            String kind, String edition, String subject, String startup, String label, String dueAt, Event last) {
        rows.add(new Row()
                .column("due", id(kind, subject, startup, label))
                .column("edition", edition)
                .column("kind", kind)
                .column("subject", subject)
                .column("startup", startup)
                .column(
                        "startupName",
                        startup.isEmpty() ? Optional.empty() : WorklistRecount.startupName(history, startup))
                .column("label", label)
                .column("dueAt", dueAt)
                .column("lastPosition", last.position())
                .cells());
    }

    private static UUID id(String kind, String subject, String startup, String label) {
        String which = switch (kind) {
            case "DEADLINE_OVERRIDE" -> "\n" + startup;
            case "MILESTONE" -> "\n" + label;
            default -> "";
        };
        return UUID.nameUUIDFromBytes(("due\n" + kind + "\n" + subject + which).getBytes(UTF_8));
    }
}
