/**
 * The REST edge: requests are stamped, read strictly, sent as commands, and answered; what is not done is answered by
 * one advice. Each context has its controllers in a package of its own.
 */
@NullMarked
package eu.tremplin.application.web;

import org.jspecify.annotations.NullMarked;
