package eu.tremplin.domain.planted.partners;

import eu.tremplin.domain.planted.editions.KnowsDownstream;
import java.util.List;

/** Breaks nothing by itself: partners may know editions. */
public record KnowsUpstream(List<KnowsDownstream> upstream) {}
