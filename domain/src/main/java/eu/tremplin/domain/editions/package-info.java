/** One dated run of a programme: its call and deadlines, rubric, policy and lifecycle. */
@NullMarked
package eu.tremplin.domain.editions;

import org.jspecify.annotations.NullMarked;
