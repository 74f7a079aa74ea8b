/** Applications and reviewers over REST: from submission through review to the answer to an offer. */
@NullMarked
package eu.tremplin.application.web.applications;

import org.jspecify.annotations.NullMarked;
