package eu.tremplin.domain.planted.cohorts;

import eu.tremplin.domain.planted.applications.StoredByClassName;

/** Breaks the rule that only command services reach the aggregates of another context. */
public record ReachesForeignAggregate(StoredByClassName aggregate) {}
