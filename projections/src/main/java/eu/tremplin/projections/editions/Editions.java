package eu.tremplin.projections.editions;

import static eu.tremplin.projections.kit.Handler.handling;
import static eu.tremplin.projections.kit.Handler.ignoring;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.CallReopened;
import eu.tremplin.domain.editions.EditionEvent.CapReached;
import eu.tremplin.domain.editions.EditionEvent.CapSet;
import eu.tremplin.domain.editions.EditionEvent.DeadlineExtended;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideRevoked;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionEvent.RubricPublished;
import eu.tremplin.domain.editions.IntakeEvent;
import eu.tremplin.domain.editions.IntakeEvent.PlaceTaken;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Handler;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every edition, from its planning on. */
public final class Editions implements ReadModel {

    static final Table<EditionRow> EDITIONS = Table.published("editions", EditionRow.class);

    @Override
    public String name() {
        return "editions";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(EDITIONS);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(
                handling(EditionEvent.class, Editions::on),
                handling(IntakeEvent.class, (event, _, rows) -> on(event, rows)),
                ignoring(ApplicationEvent.class),
                ignoring(ReviewerEvent.class),
                ignoring(CohortEvent.class),
                ignoring(ParticipationEvent.class),
                ignoring(StartupEvent.class),
                ignoring(PartnerEvent.class),
                ignoring(PledgeEvent.class),
                ignoring(CreditPoolEvent.class),
                ignoring(CreditGrantEvent.class));
    }

    private static void on(EditionEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case EditionPlanned e -> rows.put(EDITIONS, planned(e, envelope));
            case RubricPublished e ->
                change(e, envelope, rows, row -> row.with(row.rules().withRubric(e.version())));
            case PolicyAdopted e ->
                change(e, envelope, rows, row -> row.with(row.rules().withPolicy(e.version(), e.policy())));
            case DeadlinesSet e -> change(e, envelope, rows, row -> row.with(CallDeadlines.of(e.deadlines())));
            case DeadlineExtended e -> change(e, envelope, rows, row -> row.with(CallDeadlines.of(e.to())));
            case CapSet e ->
                change(e, envelope, rows, row -> row.with(row.places().under(e.cap())));
            // That it is reached is told by the places taken.
            case CapReached e -> change(e, envelope, rows, row -> row);
            case CallOpened e -> change(e, envelope, rows, row -> row.at(Stage.OPEN));
            case CallClosed e -> change(e, envelope, rows, row -> row.at(Stage.CLOSED));
            case CallReopened e ->
                change(e, envelope, rows, row -> row.at(Stage.OPEN).with(CallDeadlines.of(e.to())));
            case EditionStarted e -> change(e, envelope, rows, row -> row.at(Stage.RUNNING));
            case EditionEnded e -> change(e, envelope, rows, row -> row.at(Stage.ENDED));
            case EditionCancelled e -> change(e, envelope, rows, row -> row.at(Stage.CANCELLED));
            // An override is one startup's; of the edition only the version moves.
            case DeadlineOverrideGranted e -> change(e, envelope, rows, row -> row);
            case DeadlineOverrideRevoked e -> change(e, envelope, rows, row -> row);
        }
    }

    /** Of another stream: the edition's version and position stay. */
    private static void on(IntakeEvent event, Rows rows) {
        switch (event) {
            case PlaceTaken e ->
                rows.change(EDITIONS, row -> row.with(row.places().taken(e.place())), e.edition());
        }
    }

    private static EditionRow planned(EditionPlanned event, Envelope envelope) {
        return new EditionRow(
                event.edition(),
                Plan.of(event),
                Stage.PLANNED,
                CallDeadlines.NONE,
                Places.NONE,
                RulesInForce.NONE,
                envelope.version(),
                envelope.position());
    }

    private static void change(EditionEvent event, Envelope envelope, Rows rows, UnaryOperator<EditionRow> change) {
        rows.change(EDITIONS, row -> change.apply(row).asOf(envelope), event.edition());
    }
}
