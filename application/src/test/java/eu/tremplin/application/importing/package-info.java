/** Examples of how files and their mappings are read, and of imports on a real database. */
@NullMarked
package eu.tremplin.application.importing;

import org.jspecify.annotations.NullMarked;
