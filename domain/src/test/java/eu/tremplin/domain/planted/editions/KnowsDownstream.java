package eu.tremplin.domain.planted.editions;

import eu.tremplin.domain.planted.partners.KnowsUpstream;

/** Breaks the rule that a context knows only what lies upstream, and closes a cycle. */
public record KnowsDownstream(KnowsUpstream downstream) {}
