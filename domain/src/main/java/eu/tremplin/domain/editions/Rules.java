package eu.tremplin.domain.editions;

/** The rubric and the policy in force, each with its version, counted from 1. */
public record Rules(int rubricVersion, Rubric rubric, int policyVersion, Policy policy) {}
