/** The company across editions: its register entry, past participations and what became of it. */
@NullMarked
package eu.tremplin.domain.outcomes;

import org.jspecify.annotations.NullMarked;
