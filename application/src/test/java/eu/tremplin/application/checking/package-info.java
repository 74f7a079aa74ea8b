/** Databases that are damaged in one way each, and what the check says of them. */
@NullMarked
package eu.tremplin.application.checking;

import org.jspecify.annotations.NullMarked;
