package eu.tremplin.projections.cohortroster;

import static eu.tremplin.projections.kit.Handler.handling;
import static eu.tremplin.projections.kit.Handler.ignoring;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.cohorts.CohortEvent.CohortFormed;
import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.cohorts.CohortEvent.OfferDeclined;
import eu.tremplin.domain.cohorts.CohortEvent.OfferExpired;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.cohorts.CohortEvent.SeatFreed;
import eu.tremplin.domain.cohorts.CohortEvent.SeatReserved;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistLeft;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistPromoted;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistRanked;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.IntakeEvent;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Handler;
import eu.tremplin.projections.kit.Key;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/** Who has, had or waits for a seat of a cohort, and how each seat stands. */
public final class CohortRoster implements ReadModel {

    static final Table<RosterRow> ROSTER = Table.published("cohort_roster", RosterRow.class);
    static final Table<SeatRow> SEATS = Table.published("cohort_seats", SeatRow.class);
    private static final Table<ApplicationRow> APPLICATIONS = Table.internal("application", ApplicationRow.class);
    private static final Table<ParticipationRow> PARTICIPATIONS =
            Table.internal("participation", ParticipationRow.class);
    private static final Table<StartupRow> STARTUPS = Table.internal("startup", StartupRow.class);

    @Override
    public String name() {
        return "cohort-roster";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ROSTER, SEATS, APPLICATIONS, PARTICIPATIONS, STARTUPS);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(
                handling(CohortEvent.class, CohortRoster::on),
                handling(ApplicationEvent.class, (event, _, rows) -> on(event, rows)),
                handling(ParticipationEvent.class, CohortRoster::on),
                handling(StartupEvent.class, (event, _, rows) -> on(event, rows)),
                ignoring(IntakeEvent.class),
                ignoring(EditionEvent.class),
                ignoring(ReviewerEvent.class),
                ignoring(PartnerEvent.class),
                ignoring(PledgeEvent.class),
                ignoring(CreditPoolEvent.class),
                ignoring(CreditGrantEvent.class));
    }

    private static void on(CohortEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case CohortFormed e -> form(e, envelope, rows);
            case SeatReserved e ->
                seat(e.cohort(), e.seat(), rows, seat -> seat.of(e.application(), SeatState.RESERVED, envelope));
            case OfferMade e -> {
                seat(e.cohort(), e.seat(), rows, seat -> seat.of(e.application(), SeatState.OFFERED, envelope));
                move(
                        e.cohort(),
                        e.application(),
                        RosterState.OFFERED,
                        envelope,
                        rows,
                        place -> place.offered(e.seat(), e.expiresAt()));
            }
            case OfferAccepted e -> {
                seat(e.cohort(), e.seat(), rows, seat -> seat.of(e.application(), SeatState.TAKEN, envelope));
                move(e.cohort(), e.application(), RosterState.ACCEPTED, envelope, rows, place -> place);
            }
            case OfferDeclined e ->
                move(e.cohort(), e.application(), RosterState.DECLINED, envelope, rows, Place::givenBack);
            case OfferExpired e ->
                move(e.cohort(), e.application(), RosterState.EXPIRED, envelope, rows, Place::givenBack);
            case SeatFreed e -> seat(e.cohort(), e.seat(), rows, seat -> seat.freed(envelope));
            case WaitlistRanked e ->
                move(e.cohort(), e.application(), RosterState.WAITING, envelope, rows, place -> place.ranked(e.rank()));
            case WaitlistLeft e -> move(e.cohort(), e.application(), RosterState.LEFT, envelope, rows, place -> place);
            // The offer that goes with a promotion is an event of its own and follows it.
            case WaitlistPromoted e ->
                move(
                        e.cohort(),
                        e.application(),
                        RosterState.WAITING,
                        envelope,
                        rows,
                        place -> place.promotedFor(e.seat()));
        }
    }

    private static void form(CohortFormed event, Envelope envelope, Rows rows) {
        for (int seat = 1; seat <= event.seats(); seat++) {
            rows.put(
                    SEATS,
                    new SeatRow(event.cohort(), seat, event.edition(), SeatState.FREE, null, envelope.position()));
        }
    }

    private static void seat(CohortId cohort, int seat, Rows rows, UnaryOperator<SeatRow> change) {
        rows.change(SEATS, change, cohort, seat);
    }

    private static void move(
            CohortId cohort,
            ApplicationId application,
            RosterState reached,
            Envelope envelope,
            Rows rows,
            UnaryOperator<Place> change) {
        RosterRow row =
                rows.find(ROSTER, application).orElseGet(() -> entering(cohort, application, reached, envelope, rows));
        rows.put(ROSTER, row.at(reached, change.apply(row.place()), envelope));
    }

    private static RosterRow entering(
            CohortId cohort, ApplicationId application, RosterState state, Envelope envelope, Rows rows) {
        ApplicationRow applied = rows.get(APPLICATIONS, application);
        String name =
                rows.find(STARTUPS, applied.startup()).map(StartupRow::name).orElse(null);
        return new RosterRow(
                application,
                applied.edition(),
                cohort,
                applied.startup(),
                name,
                state,
                envelope.recordedAt(),
                Place.NONE,
                null,
                envelope.position());
    }

    private static void on(ApplicationEvent event, Rows rows) {
        switch (event) {
            case ApplicationEvent.ApplicationSubmitted e ->
                rows.put(APPLICATIONS, new ApplicationRow(e.application(), e.edition(), e.startup()));
            // Decisions reach the roster as what the cohort makes of them: an offer or a rank.
            case ApplicationEvent.ApplicationWithdrawn _,
                    ApplicationEvent.EligibilityChecked _,
                    ApplicationEvent.EligibilityWaived _,
                    ApplicationEvent.ReviewerAssigned _,
                    ApplicationEvent.ReviewSubmitted _,
                    ApplicationEvent.ReviewRevised _,
                    ApplicationEvent.AssignmentRecalled _,
                    ApplicationEvent.ReviewAbstained _,
                    ApplicationEvent.ReviewRecused _,
                    ApplicationEvent.ReviewVoided _,
                    ApplicationEvent.ApplicationShortlisted _,
                    ApplicationEvent.DecisionDrafted _,
                    ApplicationEvent.DecisionApproved _,
                    ApplicationEvent.DecisionPublished _ -> {}
        }
    }

    private static void on(ParticipationEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case ParticipationEvent.StartupEnrolled e -> {
                rows.put(PARTICIPATIONS, new ParticipationRow(e.participation(), e.application()));
                rows.change(ROSTER, row -> row.enrolledAs(e.participation(), envelope), e.application());
            }
            case ParticipationEvent.StartupGraduated e ->
                rows.change(
                        ROSTER,
                        row -> row.at(RosterState.GRADUATED, row.place(), envelope),
                        rows.get(PARTICIPATIONS, e.participation()).application());
            case ParticipationEvent.OnboardingTaskCompleted _,
                    ParticipationEvent.MilestonePlanned _,
                    ParticipationEvent.MilestoneReported _,
                    ParticipationEvent.MilestoneAssessed _,
                    ParticipationEvent.MilestoneWaived _ -> {}
        }
    }

    private static void on(StartupEvent event, Rows rows) {
        switch (event) {
            case StartupEvent.StartupRegistered e -> rows.put(STARTUPS, new StartupRow(e.startup(), e.name()));
            case StartupEvent.PastParticipationRecorded _, StartupEvent.OutcomeReported _ -> {}
        }
    }

    /** Who applied to what. */
    record ApplicationRow(@Key ApplicationId application, EditionId edition, StartupId startup) {}

    /** Which application led to a participation. */
    record ParticipationRow(@Key ParticipationId participation, ApplicationId application) {}

    /** What a startup is called. */
    record StartupRow(@Key StartupId startup, String name) {}
}
