/** What may happen at an accelerator: one package per context, commands in, events out; no Spring, no SQL. */
@NullMarked
package eu.tremplin.domain;

import org.jspecify.annotations.NullMarked;
