/** The named users: their roles, their passwords, and the four with whom an installation begins. */
@NullMarked
package eu.tremplin.application.security.users;

import org.jspecify.annotations.NullMarked;
