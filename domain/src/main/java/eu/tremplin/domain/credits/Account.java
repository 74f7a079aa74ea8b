package eu.tremplin.domain.credits;

import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** One account of the ledger: what kind it is, and of which pledge, pool or grant. */
public record Account(Kind kind, UUID owner) {

    public static Account of(Kind kind, Identifier owner) {
        return new Account(kind, owner.value());
    }

    /** What an account holds. */
    public enum Kind {
        PLEDGED,
        POOL,
        GRANT,
        CONSUMED,
        EXPIRED
    }
}
