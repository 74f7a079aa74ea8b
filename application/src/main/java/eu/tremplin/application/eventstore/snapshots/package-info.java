/**
 * Shortcuts to the state of long streams: what an aggregate is written down as, the fingerprint by which another form
 * of it is told, and the thread that makes them. A shortcut is never the truth; whatever is wrong with one, the stream
 * is folded whole.
 */
@NullMarked
package eu.tremplin.application.eventstore.snapshots;

import org.jspecify.annotations.NullMarked;
