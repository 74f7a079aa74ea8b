/** Shows how users are created and changed, and how their passwords are kept. */
@NullMarked
package eu.tremplin.application.security.users;

import org.jspecify.annotations.NullMarked;
