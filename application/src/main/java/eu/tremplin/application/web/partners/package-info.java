/** Partners and their pledges over REST. */
@NullMarked
package eu.tremplin.application.web.partners;

import org.jspecify.annotations.NullMarked;
