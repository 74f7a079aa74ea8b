package eu.tremplin.projections.editions;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;

/**
 * One edition.
 *
 * @param version of the edition's stream, at the last of its events
 * @param lastPosition of that event
 */
record EditionRow(
        @Key EditionId edition,
        Plan plan,
        Stage stage,
        CallDeadlines deadlines,
        Places places,
        RulesInForce rules,
        long version,
        long lastPosition) {

    EditionRow at(Stage reached) {
        return new EditionRow(edition, plan, reached, deadlines, places, rules, version, lastPosition);
    }

    EditionRow with(CallDeadlines now) {
        return new EditionRow(edition, plan, stage, now, places, rules, version, lastPosition);
    }

    EditionRow with(Places now) {
        return new EditionRow(edition, plan, stage, deadlines, now, rules, version, lastPosition);
    }

    EditionRow with(RulesInForce now) {
        return new EditionRow(edition, plan, stage, deadlines, places, now, version, lastPosition);
    }

    EditionRow asOf(Envelope envelope) {
        return new EditionRow(edition, plan, stage, deadlines, places, rules, envelope.version(), envelope.position());
    }
}
