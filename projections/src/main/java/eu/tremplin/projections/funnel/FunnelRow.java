package eu.tremplin.projections.funnel;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.projections.kit.Key;

/**
 * One stage of one edition. What is in the stages now sums to what was ever submitted.
 *
 * @param place number of the stage in the order of the funnel, from 1
 * @param entered applications that were ever in the stage
 * @param current applications that are in it now
 * @param movedOn entered − current
 */
record FunnelRow(@Key EditionId edition, @Key FunnelStage stage, int place, int entered, int current, int movedOn) {

    static FunnelRow empty(EditionId edition, FunnelStage stage) {
        return new FunnelRow(edition, stage, stage.place(), 0, 0, 0);
    }

    FunnelRow withOneMore() {
        return new FunnelRow(edition, stage, place, entered + 1, current + 1, movedOn);
    }

    /** One that was in the stage before. */
    FunnelRow withOneBack() {
        return new FunnelRow(edition, stage, place, entered, current + 1, movedOn - 1);
    }

    FunnelRow withOneGone() {
        return new FunnelRow(edition, stage, place, entered, current - 1, movedOn + 1);
    }
}
