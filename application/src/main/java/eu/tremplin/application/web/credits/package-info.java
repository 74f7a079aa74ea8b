/** Credit pools and grants over REST. */
@NullMarked
package eu.tremplin.application.web.credits;

import org.jspecify.annotations.NullMarked;
