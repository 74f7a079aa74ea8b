/** Commits in every order, and readers that must neither lose nor double one. */
@NullMarked
package eu.tremplin.application.eventstore.contiguous;

import org.jspecify.annotations.NullMarked;
