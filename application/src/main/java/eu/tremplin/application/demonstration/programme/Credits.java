package eu.tremplin.application.demonstration.programme;

import eu.tremplin.application.demonstration.cast.Giver;
import eu.tremplin.application.demonstration.programme.Grant.Usage;
import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Company;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.Paris;
import eu.tremplin.application.demonstration.stage.Participant;
import eu.tremplin.application.demonstration.stage.Play;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What partners give: GPU hours in two tranches, seats, desks and hours of mentoring, reported month by month, and
 * booked as expired when their time is over.
 */
final class Credits {

    private static final List<String> FIRST_TRANCHE = List.of("6000", "5000", "5000", "4500", "4500");
    private static final String SECOND_TRANCHE = "6000";
    private static final List<String> MENTORING = List.of("90", "70", "70", "60", "50");
    private static final String SEATS = "8";
    private static final String DESKS = "6";
    private static final int PARTS = 100;

    private final Edition edition;
    private final Play play;
    private final Company company;
    private final LocalDate start;
    private final LocalDate turn;
    private final LocalDate end;
    private final List<Grant> firstTranche = new ArrayList<>();
    private final List<Grant> untilTheEnd = new ArrayList<>();

    Credits(Edition edition, Play play) {
        this.edition = edition;
        this.play = play;
        company = play.company();
        start = edition.plan().startsOn();
        end = edition.plan().endsOn();
        turn = LocalDate.of(end.getYear(), 1, 1);
    }

    void enter(Agenda agenda) {
        agenda.at(Paris.at(start.plusDays(1), "10:00"), this::allocateAtStart);
        agenda.at(Paris.at(start.plusDays(2), "10:00"), this::allocateTooMuch);
        agenda.at(Paris.at(turn.plusDays(5), "09:00"), () -> allocateSecondTranche(agenda));
        LocalDate month = start.plusMonths(1).withDayOfMonth(1);
        for (; !month.isAfter(turn); month = month.plusMonths(1)) {
            LocalDate first = month.minusMonths(1).isBefore(start) ? start : month.minusMonths(1);
            LocalDate last = month.minusDays(1);
            agenda.at(Paris.at(month.plusDays(2), "08:00"), () -> reportFirstTranche(first, last));
        }
        agenda.at(Paris.at(start.plusDays(40), "11:00"), this::reportsThatAreRefused);
        agenda.at(Paris.at(start.plusMonths(1).plusDays(10), "12:00"), this::reportSeatsAndDesks);
        agenda.at(Paris.at(turn.plusDays(8), "17:00"), this::useUpAndReportLate);
        agenda.at(
                Paris.at(turn.minusDays(12), "14:00"),
                () -> company.staff()
                        .isRefused(
                                "grant-not-yet-expired", firstTranche.getFirst().path("expire-credits")));
        agenda.at(Paris.at(turn.plusDays(10), "09:00"), this::expireFirstTranche);
        agenda.at(Paris.at(end.plusDays(10), "09:00"), this::expireTheRest);
    }

    private void allocateAtStart() {
        Instant from = edition.plan().usableFrom();
        Instant until = edition.plan().usableUntil();
        for (int number = 0; number < edition.participants().size(); number++) {
            Participant participant = edition.participants().get(number);
            Instant untilTurn = Paris.at(turn.minusDays(1), "23:59:59");
            firstTranche.add(allocate(Giver.CLOUD, participant, FIRST_TRANCHE.get(number), from, untilTurn));
            untilTheEnd.add(allocate(Giver.MODELS, participant, SEATS, from, until));
            untilTheEnd.add(allocate(Giver.CAMPUS, participant, DESKS, from, until));
            untilTheEnd.add(allocate(Giver.RESEARCH, participant, MENTORING.get(number), from, until));
        }
    }

    private Grant allocate(Giver giver, Participant participant, String amount, Instant from, Instant until) {
        String id = company.managerOf(giver)
                .does(participant.path("allocate-credits"), allocation(giver, giver.unit(), amount, from, until))
                .id();
        return new Grant(giver, company.managerOf(giver), id, new BigDecimal(amount));
    }

    private Map<String, Object> allocation(Giver giver, String unit, String amount, Instant from, Instant until) {
        return Map.of(
                "pool",
                edition.pool(giver),
                "amount",
                Map.of("value", amount, "unit", unit),
                "scope",
                giver.scope(),
                "start",
                from,
                "expiry",
                until);
    }

    private void allocateTooMuch() {
        Participant first = edition.participants().getFirst();
        String path = first.path("allocate-credits");
        Instant from = edition.plan().usableFrom();
        Instant until = edition.plan().usableUntil();
        company.managerOf(Giver.CAMPUS)
                .isRefused("pool-exhausted", path, allocation(Giver.CAMPUS, "DESK", "1", from, until));
        company.managerOf(Giver.CLOUD)
                .isRefused("unit-mismatch", path, allocation(Giver.CLOUD, "EUR_CREDIT", "500", from, until));
        company.managerOf(Giver.CLOUD)
                .isRefused(
                        "outside-pledge-validity",
                        path,
                        allocation(Giver.CLOUD, "GPU_HOUR", "500", from, Paris.at(end.plusDays(90), "12:00")));
    }

    /** A month of each startup's jobs, in two records. */
    private void reportFirstTranche(LocalDate first, LocalDate last) {
        LocalDate middle = first.plusDays(13);
        for (int number = 0; number < firstTranche.size(); number++) {
            Grant grant = firstTranche.get(number);
            boolean held = number == 2 && last.isAfter(turn.minusDays(40)) && last.isBefore(turn.minusDays(20));
            if (!held) {
                grant.use(usage(grant, "a-" + number, first, middle, share(grant)));
                grant.use(usage(grant, "b-" + number, middle, last, share(grant)));
            }
        }
        for (Grant grant : untilTheEnd) {
            if (grant.giver() == Giver.RESEARCH) {
                grant.use(usage(grant, "m-" + untilTheEnd.indexOf(grant), first, last, share(grant)));
            }
        }
    }

    /** Some of what is left, in hundredths of an hour. */
    private BigDecimal share(Grant grant) {
        var part = BigDecimal.valueOf(6L + play.random().nextInt(10)).divide(BigDecimal.valueOf(PARTS));
        return grant.left().multiply(part).setScale(2, RoundingMode.DOWN);
    }

    private static Usage usage(Grant grant, String kind, LocalDate first, LocalDate last, BigDecimal quantity) {
        String record = "%s-%s-%s".formatted(grant.giver().manager(), last, kind);
        return new Usage(record, Paris.at(first, "06:00"), Paris.at(last, "22:00"), "EU", quantity);
    }

    private void reportsThatAreRefused() {
        Grant grant = firstTranche.get(1);
        LocalDate day = start.plusDays(38);
        Usage usage = usage(grant, "extra", day, day, new BigDecimal("12.25"));
        grant.use(usage);
        grant.isRefused("usage-already-recorded", usage);
        Usage another = usage.named(usage.record() + "-2");
        grant.isRefused("grant-exhausted", another.of(new BigDecimal("99999")));
        grant.isRefused("usage-outside-residency", another.in("US"));
        grant.isRefused("usage-in-the-future", another.over(another.start(), Paris.at(day.plusDays(9), "12:00")));
        grant.isRefused("usage-outside-period", another.over(Paris.at(start.minusDays(5), "12:00"), another.end()));
        company.managerOf(Giver.MODELS)
                .isRefused("not-the-provider", grant.path("record-usage"), another.body(Giver.CLOUD));
    }

    /** Whoever sits down takes a seat, and it is taken from then on. */
    private void reportSeatsAndDesks() {
        for (Grant grant : untilTheEnd) {
            if (grant.giver() == Giver.MODELS || grant.giver() == Giver.CAMPUS) {
                var taken = BigDecimal.valueOf(2L + play.random().nextInt(5));
                grant.use(usage(grant, "s-" + untilTheEnd.indexOf(grant), start, start.plusDays(30), taken));
            }
        }
    }

    private void useUpAndReportLate() {
        Grant usedUp = firstTranche.getFirst();
        LocalDate lastDay = turn.minusDays(1);
        usedUp.use(usage(usedUp, "rest", lastDay, lastDay, usedUp.left()));
        Grant late = firstTranche.get(2);
        LocalDate november = turn.minusMonths(2);
        late.use(usage(late, "late", november, november.plusDays(28), share(late)));
    }

    private void expireFirstTranche() {
        company.staff()
                .isRefused("nothing-left-to-expire", firstTranche.getFirst().path("expire-credits"));
        firstTranche.stream().skip(1).forEach(grant -> company.staff().does(grant.path("expire-credits")));
        Grant expired = firstTranche.get(1);
        company.staff().isRefused("grant-has-expired", expired.path("expire-credits"));
        expired.isRefused(
                "grant-has-expired",
                usage(expired, "forgotten", turn.minusDays(3), turn.minusDays(2), new BigDecimal("3.5")));
    }

    private void allocateSecondTranche(Agenda agenda) {
        Instant from = Paris.at(turn, "00:00");
        for (Participant participant : edition.participants()) {
            Grant grant = allocate(
                    Giver.CLOUD,
                    participant,
                    SECOND_TRANCHE,
                    from,
                    edition.plan().usableUntil());
            untilTheEnd.add(grant);
            int number = untilTheEnd.indexOf(grant);
            agenda.at(Paris.at(turn.plusMonths(1).plusDays(2), "08:00"), () -> {
                grant.use(usage(grant, "a-" + number, turn, turn.plusDays(13), share(grant)));
                grant.use(usage(grant, "b-" + number, turn.plusDays(13), turn.plusDays(30), share(grant)));
            });
            agenda.at(
                    Paris.at(end.plusDays(3), "08:00"),
                    () -> grant.use(usage(grant, "a-" + number, turn.plusMonths(1), end, share(grant))));
        }
    }

    private void expireTheRest() {
        untilTheEnd.stream()
                .filter(grant -> grant.left().signum() > 0)
                .forEach(grant -> company.staff().does(grant.path("expire-credits")));
    }
}
