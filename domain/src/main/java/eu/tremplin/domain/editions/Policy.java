package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.InvalidValue;
import java.util.List;

/**
 * The edition's rules as versioned data. Decisions follow the one-approver immediate policy: whoever decides also
 * approves, and the decision is published in the same transaction.
 *
 * @param quorum valid reviews an application needs before it can be shortlisted
 * @param offerDays days after which an unanswered offer expires
 * @param eligibility who may take part
 * @param onboardingTasks what a startup completes after it has been enrolled, in order
 */
public record Policy(int quorum, int offerDays, Eligibility eligibility, List<String> onboardingTasks) {

    public Policy {
        InvalidValue.unless(quorum >= 1 && quorum <= 50, "quorum", "must be between 1 and 50");
        InvalidValue.unless(offerDays >= 1 && offerDays <= 365, "offerDays", "must be between 1 and 365");
        onboardingTasks = List.copyOf(onboardingTasks);
        onboardingTasks.forEach(task -> InvalidValue.unlessText(task, "onboardingTasks", 200));
        InvalidValue.unless(
                onboardingTasks.stream().distinct().count() == onboardingTasks.size(),
                "onboardingTasks",
                "must not repeat a task");
    }
}
