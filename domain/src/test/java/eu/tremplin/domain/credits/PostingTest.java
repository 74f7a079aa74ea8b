package eu.tremplin.domain.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.tremplin.domain.credits.Account.Kind;
import eu.tremplin.domain.credits.Posting.Entry;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Unit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("I-25")
class PostingTest {

    private static final Account POOL = Account.of(Kind.POOL, CreditHistory.POOL);
    private static final Account GRANT = Account.of(Kind.GRANT, CreditHistory.GRANT);

    @Test
    void takesFromOneAccountWhatItGivesToAnother() {
        assertThat(Posting.transfer(hours("0.000001"), POOL, GRANT))
                .isEqualTo(
                        new Posting(List.of(new Entry(POOL, hours("-0.000001")), new Entry(GRANT, hours("0.000001")))));
    }

    @Test
    void refusesEntriesThatDoNotSumToZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Posting(List.of(new Entry(POOL, hours("-1")), new Entry(GRANT, hours("0.999999")))));
    }

    @Test
    void refusesEntriesOfDifferentUnits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Posting(
                        List.of(new Entry(POOL, hours("-1")), new Entry(GRANT, Amount.of("1", Unit.EUR_CREDIT)))));
    }

    @Test
    void refusesToBeOneSided() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Posting(List.of(new Entry(POOL, hours("0")))));
    }

    private static Amount hours(String value) {
        return Amount.of(value, Unit.GPU_HOUR);
    }
}
