/** What the log keeps of an event: a stable type name, a revision, and JSON bytes. */
@NullMarked
package eu.tremplin.application.eventstore.codec;

import org.jspecify.annotations.NullMarked;
