/**
 * A Tremplin in a process of its own, and those who talk to it over HTTP; nothing here knows a class of the product.
 */
@NullMarked
package eu.tremplin.running;

import org.jspecify.annotations.NullMarked;
