/**
 * The home directory and the database behind it: by default a real PostgreSQL of its own, kept in the home, durable and
 * closed to everybody without a password; with {@code SPRING_DATASOURCE_URL} the one that is given.
 */
@NullMarked
package eu.tremplin.application.home;

import org.jspecify.annotations.NullMarked;
