/** The pages as they are answered; what they look like is for {@code eu.tremplin.browser}. */
@NullMarked
package eu.tremplin.application.dashboard;

import org.jspecify.annotations.NullMarked;
