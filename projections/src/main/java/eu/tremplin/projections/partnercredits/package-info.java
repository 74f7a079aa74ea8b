/** What each partner gives to an edition, and what has become of it. */
@NullMarked
package eu.tremplin.projections.partnercredits;

import org.jspecify.annotations.NullMarked;
