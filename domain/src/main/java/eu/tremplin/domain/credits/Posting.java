package eu.tremplin.domain.credits;

import eu.tremplin.domain.shared.Amount;
import java.util.List;

/** A balanced booking: its entries are of one unit and sum to zero. */
public record Posting(List<Entry> entries) {

    public Posting {
        entries = List.copyOf(entries);
        if (entries.size() < 2) {
            throw new IllegalArgumentException("A posting has at least two entries");
        }
        Amount sum = entries.stream()
                .map(Entry::amount)
                .reduce(Amount.zero(entries.getFirst().amount().unit()), Amount::plus);
        if (!sum.isZero()) {
            throw new IllegalArgumentException("A posting sums to zero, not to " + sum);
        }
    }

    static Posting transfer(Amount amount, Account from, Account to) {
        return new Posting(List.of(new Entry(from, amount.negated()), new Entry(to, amount)));
    }

    /** One line: positive into the account, negative out of it. */
    public record Entry(Account account, Amount amount) {}
}
