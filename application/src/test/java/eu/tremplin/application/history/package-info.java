/** What auditors read is compared with what was done. */
@NullMarked
package eu.tremplin.application.history;

import org.jspecify.annotations.NullMarked;
