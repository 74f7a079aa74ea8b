/** Writes the catalogue of events and their schemas from the code, and sees that they are what the code has. */
@NullMarked
package eu.tremplin.application.catalogue;

import org.jspecify.annotations.NullMarked;
