/**
 * Who is asking: users by name and password, applicants by a token for their one application. Without either there is
 * no answer, and what is refused is written down.
 */
@NullMarked
package eu.tremplin.application.security;

import org.jspecify.annotations.NullMarked;
