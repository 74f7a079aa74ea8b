/**
 * Questions to the read models: every published table at an address of its own, filtered, sorted and paged by its own
 * columns, or streamed whole.
 */
@NullMarked
package eu.tremplin.application.web.queries;

import org.jspecify.annotations.NullMarked;
