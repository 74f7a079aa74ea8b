/** States of aggregates that are written down and read again. */
@NullMarked
package eu.tremplin.application.eventstore.snapshots;

import org.jspecify.annotations.NullMarked;
