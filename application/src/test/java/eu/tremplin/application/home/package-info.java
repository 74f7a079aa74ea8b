/** Shows that a home is private, its database durable, and nobody enters it without a password. */
@NullMarked
package eu.tremplin.application.home;

import org.jspecify.annotations.NullMarked;
