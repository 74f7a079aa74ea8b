/** How partners and their pledges answer, stage by stage. */
@NullMarked
package eu.tremplin.domain.partners;

import org.jspecify.annotations.NullMarked;
