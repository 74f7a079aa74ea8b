/**
 * What follows from what by itself: each class is one sentence, when this has happened, then that is asked for. A
 * reaction's command id follows from its event, so it has one effect however often the event is delivered.
 */
@NullMarked
package eu.tremplin.application.reactions;

import org.jspecify.annotations.NullMarked;
