/**
 * What a read model is: typed rows in tables, and a function from each event to changes of them. Nothing here knows how
 * a projection is run, where its tables are, or what time it is; the same events give the same rows, always.
 */
@NullMarked
package eu.tremplin.projections.kit;

import org.jspecify.annotations.NullMarked;
