/** Questions to the read models, asked over HTTP. */
@NullMarked
package eu.tremplin.application.web.queries;

import org.jspecify.annotations.NullMarked;
