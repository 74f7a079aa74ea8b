/** How long to wait before another attempt, the same way everywhere. */
@NullMarked
package eu.tremplin.application.waiting;

import org.jspecify.annotations.NullMarked;
