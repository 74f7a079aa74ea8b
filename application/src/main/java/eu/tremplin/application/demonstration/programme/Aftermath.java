package eu.tremplin.application.demonstration.programme;

import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.Paris;
import eu.tremplin.application.demonstration.stage.Play;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What became of them in the year after: told with a source, and with the day on which it held. */
public record Aftermath(Edition edition) implements Chapter {

    private static final String OWN_WORD = "Their own word";
    private static final String REGISTER = "The register of companies of Ruritania";

    @Override
    public String title() {
        return edition.plan().name() + ", the year after";
    }

    @Override
    public void play(Play play) {
        Agenda agenda = play.agenda();
        for (Report report : REPORTS) {
            String startup =
                    edition.participants().get(report.participant).application().startup();
            agenda.at(Paris.at(report.toldOn(), "10:30"), () -> tell(play, startup, report));
        }
        agenda.at(Paris.at(REPORTS.getFirst().toldOn().plusDays(1), "09:00"), () -> tellAgain(play));
        agenda.carryOut();
    }

    private static void tell(Play play, String startup, Report report) {
        play.company().staff().does(path(startup), report.body());
    }

    private void tellAgain(Play play) {
        Report first = REPORTS.getFirst();
        String path =
                path(edition.participants().get(first.participant).application().startup());
        play.company().staff().isRefused("outcome-already-reported", path, first.body());
        var tomorrow = new Report(0, first.toldOn(), first.toldOn().plusYears(1).toString(), first.source, first.fact);
        play.company().staff().isRefused("outcome-in-the-future", path, tomorrow.body());
    }

    private static String path(String startup) {
        return "/api/startups/" + startup + "/report-outcome";
    }

    /** Numbers of participants are by the order of their acceptance; facts as the API has them. */
    private static final List<Report> REPORTS = List.of(
            new Report(0, LocalDate.parse("2025-03-31"), "2025-03-31", OWN_WORD, headcount(9)),
            new Report(1, LocalDate.parse("2025-04-02"), "2025-03-31", OWN_WORD, headcount(6)),
            new Report(2, LocalDate.parse("2025-04-04"), "2025-03-31", OWN_WORD, headcount(11)),
            new Report(3, LocalDate.parse("2025-04-11"), "2025-03-31", OWN_WORD, headcount(4)),
            new Report(0, LocalDate.parse("2025-06-20"), "2025-06-12", "The Daily Croissant", funding("2400000")),
            new Report(2, LocalDate.parse("2025-07-08"), "2025-07-01", "The Daily Croissant", undisclosed()),
            new Report(1, LocalDate.parse("2025-09-15"), "2025-09-01", OWN_WORD, funding("750000.50")),
            new Report(4, LocalDate.parse("2025-10-01"), "2025-09-30", "Nobody answered", status("UNKNOWN")),
            new Report(
                    1, LocalDate.parse("2025-11-21"), "2025-11-14", "Its buyer, Gargantua Systems", status("EXITED")),
            new Report(3, LocalDate.parse("2025-12-09"), "2025-11-30", REGISTER, status("CLOSED")),
            new Report(0, LocalDate.parse("2026-01-02"), "2025-12-31", OWN_WORD, headcount(17)),
            new Report(2, LocalDate.parse("2026-01-02"), "2025-12-31", OWN_WORD, headcount(14)),
            new Report(0, LocalDate.parse("2026-01-02"), "2025-12-31", REGISTER, status("ACTIVE")),
            new Report(2, LocalDate.parse("2026-01-02"), "2025-12-31", REGISTER, status("ACTIVE")),
            new Report(0, LocalDate.parse("2026-01-03"), "2025-12-31", OWN_WORD, revenue("310000", 2025)));

    private static Map<String, Object> headcount(int employees) {
        return Map.of("kind", "headcount", "employees", employees);
    }

    private static Map<String, Object> funding(String euros) {
        return Map.of("kind", "funding", "amount", euros, "currency", "EUR");
    }

    private static Map<String, Object> undisclosed() {
        return Map.of("kind", "funding");
    }

    private static Map<String, Object> revenue(String euros, int year) {
        return Map.of("kind", "revenue", "amount", euros, "currency", "EUR", "year", year);
    }

    private static Map<String, Object> status(String status) {
        return Map.of("kind", "status", "status", status);
    }

    /** One fact about one of the participants. */
    private record Report(int participant, LocalDate toldOn, String heldOn, String source, Map<String, Object> fact) {

        Map<String, Object> body() {
            return Map.of("fact", fact, "businessDate", heldOn, "source", source, "verifiedOn", toldOn);
        }
    }
}
