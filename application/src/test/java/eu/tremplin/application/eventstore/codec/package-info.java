/** Tests of what the log keeps of an event. */
@NullMarked
package eu.tremplin.application.eventstore.codec;

import org.jspecify.annotations.NullMarked;
