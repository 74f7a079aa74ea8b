/** Shows who is let in, and what is answered to everybody else. */
@NullMarked
package eu.tremplin.application.security;

import org.jspecify.annotations.NullMarked;
