/** What holds of the domain as a whole: its architecture, and the names that are stored for ever. */
@NullMarked
package eu.tremplin.domain;

import org.jspecify.annotations.NullMarked;
