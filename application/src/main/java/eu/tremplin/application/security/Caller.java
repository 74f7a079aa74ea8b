package eu.tremplin.application.security;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;

/** Who is asking. A controller takes it as an argument. */
public sealed interface Caller {

    /**
     * The name under which this caller's deeds are recorded: {@link eu.tremplin.domain.shared.CommandMetadata#ACTOR}.
     */
    String name();

    PersonId person();

    Set<Role> roles();

    /** The partner for which the caller acts. */
    Optional<PartnerId> partner();

    default boolean has(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles()::contains);
    }

    /** Whether personal text is opened for the caller, wherever rows and reasons show any. */
    default boolean readsPersonalText() {
        return has(Role.PM, Role.CH, Role.LD, Role.DPO);
    }

    /**
     * Lets the caller pass with any of the roles.
     *
     * @throws AccessDeniedException otherwise, which is answered by 403 and written to the access log
     */
    default void require(Role... anyOf) {
        if (!has(anyOf)) {
            throw new AccessDeniedException("needs one of the roles " + Arrays.toString(anyOf));
        }
    }

    /** A named user, signed in by password. */
    record User(String name, PersonId person, Set<Role> roles, Optional<PartnerId> partner) implements Caller {

        public User {
            roles = Set.copyOf(roles);
        }
    }

    /** Whoever holds the token of an application: that application of that startup and nothing else. */
    record Applicant(ApplicationId application, EditionId edition, StartupId startup) implements Caller {

        @Override
        public String name() {
            return "applicant:" + application;
        }

        @Override
        public PersonId person() {
            return application.contact();
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.AP);
        }

        @Override
        public Optional<PartnerId> partner() {
            return Optional.empty();
        }
    }

    /** The system itself, when what has happened or the clock asks for something. */
    record Policy(String policy) implements Caller {

        @Override
        public String name() {
            return "system:" + policy;
        }

        @Override
        public PersonId person() {
            return new PersonId(Identifier.derivedFrom("system", policy));
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.SYS);
        }

        @Override
        public Optional<PartnerId> partner() {
            return Optional.empty();
        }
    }
}
