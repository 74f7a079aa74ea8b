/** Read models on a real database, followed by several nodes, torn from their connections, and rebuilt. */
@NullMarked
package eu.tremplin.application.projecting.loading;

import org.jspecify.annotations.NullMarked;
