/** What people look at: one package per read model, fed by events alone. */
@NullMarked
package eu.tremplin.projections;

import org.jspecify.annotations.NullMarked;
