package eu.tremplin.tour.recount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The credit statement, the pools it draws on, and the ledger behind both. */
public final class CreditRecount {

    private static final String[] BOOKED = {
        "PoolOpened", "PoolRevised", "PoolClosed", "CreditsAllocated", "CreditsConsumed", "CreditsExpired"
    };

    private final History history;

    private CreditRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> grants(History history) {
        var recount = new CreditRecount(history);
        return history.of("GrantOpened").events().stream().map(recount::grant).toList();
    }

    public static List<Map<String, String>> pools(History history) {
        var recount = new CreditRecount(history);
        return history.of("PoolOpened").events().stream().map(recount::pool).toList();
    }

    public static List<Map<String, String>> postings(History history) {
        var recount = new CreditRecount(history);
        return history.of(BOOKED).events().stream()
                .flatMap(event -> recount.postings(event).stream())
                .toList();
    }

    private Map<String, String> grant(Event opened) {
        History own = history.with("grant", opened.text("grant")).inStream(opened.stream());
        BigDecimal allocated = new BigDecimal(opened.text("amount", "value"));
        BigDecimal consumed = own.of("CreditsConsumed").sum("amount", "value");
        BigDecimal expired = own.of("CreditsExpired").sum("amount", "value");
        Event last = own.last().orElseThrow();
        return new Row()
                .column("creditGrant", opened.text("grant"))
                .column("pool", opened.text("pool"))
                .column("edition", opened.text("edition"))
                .column("partner", opened.text("partner"))
                .column("partnerName", partnerName(history, opened.text("partner")))
                .column("participation", opened.text("participation"))
                .column("startup", opened.text("startup"))
                .column("startupName", WorklistRecount.startupName(history, opened.text("startup")))
                .column("unit", opened.text("amount", "unit"))
                .column("scope", opened.text("scope"))
                .column("residency", opened.text("residency"))
                .column("start", opened.text("start"))
                .column("expiry", opened.text("expiry"))
                .column("allocated", plain(allocated))
                .column("consumed", plain(consumed))
                .column("expired", plain(expired))
                .column("balance", plain(allocated.subtract(consumed).subtract(expired)))
                .column("usageRecords", own.of("UsageRecorded").count())
                .column("version", last.version())
                .column("lastPosition", last.position())
                .cells();
    }

    private Map<String, String> pool(Event opened) {
        String pool = opened.text("pool");
        List<String> grants = history.of("GrantOpened").with("pool", pool).texts("grant");
        History allocations = history.of("CreditsAllocated").with("pool", pool);
        History draws =
                history.of("CreditsConsumed", "CreditsExpired").where(event -> grants.contains(event.text("grant")));
        History own = history.inStream(opened.stream());
        Event terms = own.of("PoolRevised").last().orElse(opened);
        String at = terms.type().equals("PoolOpened") ? "terms" : "to";
        BigDecimal pledged = new BigDecimal(terms.text(at, "amount", "value"))
                .subtract(own.of("PoolClosed").sum("returned", "value"));
        BigDecimal allocated = allocations.sum("amount", "value");
        Event lastOwn = own.last().orElse(opened);
        History held = history.of("PledgeSuspended", "PledgeResumed").with("pledge", opened.text("pledge"));
        long lastOther = Stream.of(draws.last(), held.last())
                .flatMap(Optional::stream)
                .mapToLong(Event::position)
                .max()
                .orElse(0);
        return new Row()
                .column("pool", pool)
                .column("edition", opened.text("edition"))
                .column("pledge", opened.text("pledge"))
                .column("partner", opened.text("partner"))
                .column("partnerName", partnerName(history, opened.text("partner")))
                .column("state", state(own, held))
                .column("unit", terms.text(at, "amount", "unit"))
                .column("scope", terms.text(at, "scope"))
                .column("residency", terms.text(at, "residency"))
                .column("validFrom", terms.text(at, "validFrom"))
                .column("validUntil", terms.text(at, "validUntil"))
                .column("pledged", plain(pledged))
                .column("allocated", plain(allocated))
                .column("available", plain(pledged.subtract(allocated)))
                .column("grants", allocations.count())
                .column("consumed", plain(draws.of("CreditsConsumed").sum("amount", "value")))
                .column("expired", plain(draws.of("CreditsExpired").sum("amount", "value")))
                .column("version", lastOwn.version())
                .column("lastPosition", Math.max(lastOwn.position(), lastOther))
                .cells();
    }

    private static String state(History own, History held) {
        if (own.of("PoolClosed").any()) {
            return "WITHDRAWN";
        }
        return held.last()
                        .filter(event -> event.type().equals("PledgeSuspended"))
                        .isPresent()
                ? "SUSPENDED"
                : "OPEN";
    }

    private List<Map<String, String>> postings(Event booked) {
        Optional<Event> grant =
                history.of("GrantOpened").with("grant", booked.text("grant")).first();
        String pool = grant.map(event -> event.text("pool")).orElseGet(() -> booked.text("pool"));
        Event opened = history.of("PoolOpened").with("pool", pool).first().orElseThrow();
        var lines = new ArrayList<Map<String, String>>();
        for (JsonNode entry : booked.data("posting", "entries")) {
            lines.add(new Row()
                    .column("position", booked.position())
                    .column("line", lines.size() + 1)
                    .column("cause", cause(booked))
                    .column("accountKind", Cell.of(entry.path("account").path("kind")))
                    .column("accountOwner", Cell.of(entry.path("account").path("owner")))
                    .column("amount", Cell.of(entry.path("amount").path("value")))
                    .column("unit", Cell.of(entry.path("amount").path("unit")))
                    .column("edition", opened.text("edition"))
                    .column("pool", pool)
                    .column("creditGrant", booked.text("grant"))
                    .column("recordedAt", booked.recordedAt())
                    .cells());
        }
        return lines;
    }

    private static String cause(Event booked) {
        return switch (booked.type()) {
            case "PoolOpened" -> "POOL_OPENED";
            case "PoolRevised" -> "POOL_REVISED";
            case "PoolClosed" -> "POOL_CLOSED";
            case "CreditsAllocated" -> "CREDITS_ALLOCATED";
            case "CreditsConsumed" -> "CREDITS_CONSUMED";
            case "CreditsExpired" -> "CREDITS_EXPIRED";
            default -> throw new IllegalArgumentException(booked.toString());
        };
    }

    static Optional<String> partnerName(History history, String partner) {
        return history.of("PartnerInvited").with("partner", partner).last().map(e -> e.text("name"));
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
