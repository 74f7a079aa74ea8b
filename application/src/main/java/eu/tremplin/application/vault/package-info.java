/** The keys of personal text: one per person, so that destroying a key erases a person and leaves the log whole. */
@NullMarked
package eu.tremplin.application.vault;

import org.jspecify.annotations.NullMarked;
