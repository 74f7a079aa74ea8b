package eu.tremplin.application.security.users;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import eu.tremplin.application.security.TooManySignInFailures;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts failed sign-ins by name and address, and by address alone, for a minute from the first; after too many the
 * next attempts are not looked at, which slows guessing and saves the cost of slow hashes.
 */
final class SignInFailures {

    static final int LIMIT_BY_NAME = 10;
    static final int LIMIT_BY_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cache<Attempt, AtomicInteger> counts;

    SignInFailures(Ticker ticker) {
        counts = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .build();
    }

    /**
     * Lets the attempt pass unless too many like it have failed.
     *
     * @throws TooManySignInFailures otherwise
     */
    void check(String name, String address) {
        check(new Attempt(name, address), LIMIT_BY_NAME);
        check(Attempt.byAnybody(address), LIMIT_BY_ADDRESS);
    }

    void note(String name, String address) {
        count(new Attempt(name, address));
        count(Attempt.byAnybody(address));
    }

    /** A success clears its name; what others tried from the address still counts. */
    void forgive(String name, String address) {
        counts.invalidate(new Attempt(name, address));
    }

    private void check(Attempt attempt, int limit) {
        var count = counts.getIfPresent(attempt);
        if (count != null && count.get() >= limit) {
            var age = counts.policy()
                    .expireAfterWrite()
                    .flatMap(expiry -> expiry.ageOf(attempt))
                    .orElse(Duration.ZERO);
            throw new TooManySignInFailures(WINDOW.minus(age));
        }
    }

    private void count(Attempt attempt) {
        counts.get(attempt, _ -> new AtomicInteger()).incrementAndGet();
    }

    private record Attempt(String name, String address) {

        // No user's name is empty.
        static Attempt byAnybody(String address) {
            return new Attempt("", address);
        }
    }
}
