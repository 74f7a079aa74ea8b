/** How the people of the story act: each with credentials of their own, over HTTP, like anybody else. */
@NullMarked
package eu.tremplin.application.demonstration.acting;

import org.jspecify.annotations.NullMarked;
