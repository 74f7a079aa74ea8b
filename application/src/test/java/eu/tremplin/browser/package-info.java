/**
 * What people see: every page in a real browser, in both themes, by keyboard, and while things change. From outside;
 * without a browser on the machine these tests say that they are skipped, and why.
 */
@NullMarked
package eu.tremplin.browser;

import org.jspecify.annotations.NullMarked;
