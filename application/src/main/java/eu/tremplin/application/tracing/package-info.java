/**
 * Traces for whoever collects them: nothing of this is there unless somebody says where they go, and nothing that a
 * caller has typed is in them.
 */
@NullMarked
package eu.tremplin.application.tracing;

import org.jspecify.annotations.NullMarked;
