package eu.tremplin.projections.editions;

import eu.tremplin.domain.editions.Policy;
import org.jspecify.annotations.Nullable;

/** The rubric and the policy in force; none before they are published and adopted. */
record RulesInForce(
        @Nullable Integer rubricVersion,
        @Nullable Integer policyVersion,
        @Nullable Integer quorum,
        @Nullable Integer offerDays) {

    static final RulesInForce NONE = new RulesInForce(null, null, null, null);

    RulesInForce withRubric(int version) {
        return new RulesInForce(version, policyVersion, quorum, offerDays);
    }

    RulesInForce withPolicy(int version, Policy policy) {
        return new RulesInForce(rubricVersion, version, policy.quorum(), policy.offerDays());
    }
}
