package eu.tremplin.projections.reviewers;

import static eu.tremplin.projections.kit.Handler.handling;
import static eu.tremplin.projections.kit.Handler.ignoring;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityChanged;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentDeclined;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.IntakeEvent;
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

/** The reviewers of each edition: who has agreed to read how much, and how much of that is given out. */
public final class Reviewers implements ReadModel {

    static final Table<ReviewerRow> REVIEWERS = Table.published("reviewers", ReviewerRow.class);

    @Override
    public String name() {
        return "reviewers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(REVIEWERS);
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
            case ConflictDeclared e -> change(e, envelope, rows, row -> row);
        }
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
