/** When a database may be a demonstration, and what its clock says. */
@NullMarked
package eu.tremplin.application.demonstration;

import org.jspecify.annotations.NullMarked;
