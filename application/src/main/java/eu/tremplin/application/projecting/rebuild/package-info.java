/**
 * Builds read models anew beside the live ones: begun by somebody or by a new version, loaded, followed, held against
 * the live rows and put in their place.
 */
@NullMarked
package eu.tremplin.application.projecting.rebuild;

import org.jspecify.annotations.NullMarked;
