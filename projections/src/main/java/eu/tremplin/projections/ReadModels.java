package eu.tremplin.projections;

import eu.tremplin.projections.cohortroster.CohortRoster;
import eu.tremplin.projections.creditstatement.CreditStatement;
import eu.tremplin.projections.due.Due;
import eu.tremplin.projections.editions.Editions;
import eu.tremplin.projections.funnel.Funnel;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.partnercredits.PartnerCredits;
import eu.tremplin.projections.reviewers.Reviewers;
import eu.tremplin.projections.selectionboard.SelectionBoard;
import eu.tremplin.projections.worklist.Worklist;
import java.util.List;

/** Every read model there is. */
public final class ReadModels {

    private static final List<ReadModel> ALL = List.of(
            new Worklist(),
            new CohortRoster(),
            new CreditStatement(),
            new Funnel(),
            new Editions(),
            new SelectionBoard(),
            new Reviewers(),
            new Due(),
            new PartnerCredits());

    private ReadModels() {}

    public static List<ReadModel> all() {
        return ALL;
    }
}
