/** Read models on a real database, followed by several nodes, torn from their connections, and rebuilt. */
@NullMarked
package eu.tremplin.application.projecting.rebuild;

import org.jspecify.annotations.NullMarked;
