/** How an edition answers, stage by stage, and the rules and values beside it. */
@NullMarked
package eu.tremplin.domain.editions;

import org.jspecify.annotations.NullMarked;
