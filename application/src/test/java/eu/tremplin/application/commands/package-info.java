/** How commands are sent is tested over HTTP and here, where a rule of its own can be seen alone. */
@NullMarked
package eu.tremplin.application.commands;

import org.jspecify.annotations.NullMarked;
