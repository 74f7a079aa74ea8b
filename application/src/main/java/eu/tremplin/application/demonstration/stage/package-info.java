/**
 * What every chapter has at hand: people who sign in, the editions and what has come of them, a clock that is moved by
 * an agenda, and the progress that is told to whoever waits.
 */
@NullMarked
package eu.tremplin.application.demonstration.stage;

import org.jspecify.annotations.NullMarked;
