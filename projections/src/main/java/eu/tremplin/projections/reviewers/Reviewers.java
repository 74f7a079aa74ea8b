package eu.tremplin.projections.reviewers;

import static eu.tremplin.projections.kit.Handler.handling;
import static eu.tremplin.projections.kit.Handler.ignoring;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityChanged;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityReturned;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentDeclined;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictCleared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDetected;
import eu.tremplin.domain.applications.ReviewerEvent.NonConflictPinned;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.IntakeEvent;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Handler;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The reviewers of each edition: who has agreed to read how much, how much of that is given out, and what ties them to
 * startups.
 */
public final class Reviewers implements ReadModel {

    static final Table<ReviewerRow> REVIEWERS = Table.published("reviewers", ReviewerRow.class);
    static final Table<ConflictRow> CONFLICTS = Table.published("conflicts", ConflictRow.class);

    @Override
    public String name() {
        return "reviewers";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(REVIEWERS, CONFLICTS);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(
                handling(ReviewerEvent.class, Reviewers::on),
                ignoring(ApplicationEvent.class),
                ignoring(EditionEvent.class),
                ignoring(IntakeEvent.class),
                ignoring(StartupEvent.class),
                ignoring(CohortEvent.class),
                ignoring(ParticipationEvent.class),
                ignoring(PartnerEvent.class),
                ignoring(PledgeEvent.class),
                ignoring(CreditPoolEvent.class),
                ignoring(CreditGrantEvent.class));
    }

    private static void on(ReviewerEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case ReviewerInvited e -> rows.put(REVIEWERS, invited(e, envelope));
            case CommitmentAccepted e -> change(e, envelope, rows, row -> row.reading(e.capacity()));
            case CommitmentDeclined e -> change(e, envelope, rows, row -> row.stands(Standing.DECLINED));
            case CapacityChanged e -> change(e, envelope, rows, row -> row.reading(e.to()));
            case ReviewerReleased e -> change(e, envelope, rows, row -> row.stands(Standing.RELEASED));
            case CapacityTaken e -> change(e, envelope, rows, ReviewerRow::takingOneMore);
            case CapacityReturned e -> change(e, envelope, rows, ReviewerRow::takingOneLess);
            case ConflictDeclared e -> {
                change(e, envelope, rows, row -> row);
                rows.put(CONFLICTS, declared(e, envelope, rows.get(REVIEWERS, e.reviewer())));
            }
            case ConflictDetected e -> {
                change(e, envelope, rows, row -> row);
                rows.put(CONFLICTS, detected(e, envelope, rows.get(REVIEWERS, e.reviewer())));
            }
            case NonConflictPinned e -> {
                change(e, envelope, rows, row -> row);
                with(e.reviewer(), e.startup(), rows)
                        .filter(row ->
                                row.source() == ConflictSource.DETECTED && row.standing() == ConflictStanding.HOLDS)
                        .forEach(row -> rows.put(CONFLICTS, row.stands(ConflictStanding.PINNED, envelope)));
            }
            case ConflictCleared e -> {
                change(e, envelope, rows, row -> row);
                with(e.reviewer(), e.startup(), rows)
                        .filter(row -> row.kind() == e.kind())
                        .forEach(row -> rows.put(CONFLICTS, row.stands(ConflictStanding.CLEARED, envelope)));
            }
        }
    }

    private static Stream<ConflictRow> with(ReviewerId reviewer, StartupId startup, Rows rows) {
        return rows.where(CONFLICTS, "reviewer", reviewer).stream()
                .filter(row -> row.startup().equals(startup));
    }

    private static ConflictRow declared(ConflictDeclared event, Envelope envelope, ReviewerRow reviewer) {
        return new ConflictRow(
                event.reviewer(),
                event.startup(),
                event.kind(),
                ConflictSource.DECLARED,
                reviewer.edition(),
                reviewer.person(),
                ConflictStanding.HOLDS,
                event.endedOn(),
                event.activeUntil(),
                envelope.position());
    }

    private static ConflictRow detected(ConflictDetected event, Envelope envelope, ReviewerRow reviewer) {
        return new ConflictRow(
                event.reviewer(),
                event.startup(),
                event.kind(),
                ConflictSource.DETECTED,
                reviewer.edition(),
                reviewer.person(),
                ConflictStanding.HOLDS,
                event.endedOn(),
                event.activeUntil(),
                envelope.position());
    }

    private static void change(ReviewerEvent event, Envelope envelope, Rows rows, UnaryOperator<ReviewerRow> change) {
        rows.change(REVIEWERS, row -> change.apply(row).asOf(envelope), event.reviewer());
    }

    private static ReviewerRow invited(ReviewerInvited event, Envelope envelope) {
        return new ReviewerRow(
                event.reviewer(),
                event.edition(),
                event.person(),
                Standing.INVITED,
                0,
                0,
                0,
                envelope.version(),
                envelope.position());
    }
}
