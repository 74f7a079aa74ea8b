/** The log as auditors read it: every event with its metadata, and beside it what was refused, read and exported. */
@NullMarked
package eu.tremplin.application.history;

import org.jspecify.annotations.NullMarked;
