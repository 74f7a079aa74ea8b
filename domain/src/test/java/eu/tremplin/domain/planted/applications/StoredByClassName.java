package eu.tremplin.domain.planted.applications;

import org.axonframework.modelling.command.AggregateRoot;

/** Breaks the rule that an aggregate's stored name is fixed: this one's would change with its class. */
@AggregateRoot
public class StoredByClassName {}
