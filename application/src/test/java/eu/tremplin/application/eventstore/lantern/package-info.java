/** A small domain to test the store with: lanterns that are hung, lit and named. */
@NullMarked
package eu.tremplin.application.eventstore.lantern;

import org.jspecify.annotations.NullMarked;
