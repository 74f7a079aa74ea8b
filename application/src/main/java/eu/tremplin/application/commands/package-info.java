/**
 * How a command is sent: who may, under which key, how often a lost race is run again, and what is answered. The web,
 * the import and the reactions send theirs through here and through nothing else.
 */
@NullMarked
package eu.tremplin.application.commands;

import org.jspecify.annotations.NullMarked;
