/** What follows by itself is awaited, and asked to follow once. */
@NullMarked
package eu.tremplin.application.reactions;

import org.jspecify.annotations.NullMarked;
