package eu.tremplin.domain.shared;

/** Something a person or a policy asks of the domain. */
public interface DomainCommand {}
