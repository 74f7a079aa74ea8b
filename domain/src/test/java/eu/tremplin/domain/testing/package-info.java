/** Given these events, when this is asked, then that has happened: the whole domain in memory, for every test of it. */
@NullMarked
package eu.tremplin.domain.testing;

import org.jspecify.annotations.NullMarked;
