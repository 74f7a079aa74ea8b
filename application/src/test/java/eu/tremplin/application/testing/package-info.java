/** What the tests of the application share: a real PostgreSQL, and a database of its own for each test class. */
@NullMarked
package eu.tremplin.application.testing;

import org.jspecify.annotations.NullMarked;
