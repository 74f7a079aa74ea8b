/**
 * How fast and how large Tremplin is, as ratios beside what its own PostgreSQL can do at most in the same minutes. Runs
 * on demand only, never as a test: {@code mvn verify -Pbenchmark}.
 */
@NullMarked
package eu.tremplin.benchmark;

import org.jspecify.annotations.NullMarked;
