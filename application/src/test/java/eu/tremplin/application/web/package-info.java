/** The edge is asked over HTTP, on the whole application and a real PostgreSQL. */
@NullMarked
package eu.tremplin.application.web;

import org.jspecify.annotations.NullMarked;
