/** Organisations that give resources, and what each of them pledges to an edition. */
@NullMarked
package eu.tremplin.domain.partners;

import org.jspecify.annotations.NullMarked;
