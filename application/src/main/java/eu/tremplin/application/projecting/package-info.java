/**
 * How read models are kept: each follows the log on a thread of its own, and commits its rows and its position
 * together, so that every event counts once, whatever stops in between and however many nodes there are. A rebuild
 * fills a schema beside the live one and takes its place in one transaction.
 */
@NullMarked
package eu.tremplin.application.projecting;

import org.jspecify.annotations.NullMarked;
