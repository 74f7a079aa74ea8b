package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/** What reviewers score, criterion by criterion. */
public record Rubric(List<Criterion> criteria) {

    public Rubric {
        criteria = List.copyOf(criteria);
        InvalidValue.unless(
                !criteria.isEmpty() && criteria.size() <= 30, "criteria", "must have between 1 and 30 entries");
        var names = new HashSet<String>();
        criteria.forEach(criterion ->
                Contradiction.when(!names.add(criterion.name()), "criterion " + criterion.name() + " is listed twice"));
    }

    /**
     * One line of the rubric.
     *
     * @param weight share in the weighted mean, relative to the other weights; above zero
     */
    public record Criterion(String name, BigDecimal weight, int lowest, int highest) {

        public Criterion {
            InvalidValue.unlessText(name, "criterion", 100);
            InvalidValue.unless(weight.signum() > 0, "weight", "must be above zero");
            Contradiction.when(highest <= lowest, "highest must be above lowest");
        }
    }
}
