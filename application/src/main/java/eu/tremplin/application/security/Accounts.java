package eu.tremplin.application.security;

import java.util.Optional;

/** The users who may sign in. */
@FunctionalInterface
public interface Accounts {

    /** The active user of this name, as of now or of a few seconds ago. */
    Optional<Account> find(String name);

    /**
     * A user as far as a sign-in is bound to it.
     *
     * @param passwordHash is another one as soon as the password is
     */
    record Account(Caller.User caller, String passwordHash) {

        @Override
        public String toString() {
            return "account of " + caller.name();
        }
    }
}
