/** How Tremplin runs: REST, security, event store, projection runtime; nothing depends on it. */
@NullMarked
package eu.tremplin.application;

import org.jspecify.annotations.NullMarked;
