package eu.tremplin.tour.recount;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each partner pledged to each edition in each unit, and what became of it. */
public final class PartnerCreditRecount {

    private final History history;

    private PartnerCreditRecount(History history) {
        this.history = history;
    }

    public static List<Map<String, String>> of(History history) {
        var recount = new PartnerCreditRecount(history);
        Stream<Giving> committed =
                recount.committed().events().stream().map(pledge -> Giving.of(pledge, "terms", "amount", "unit"));
        Stream<Giving> pooled =
                history.of("PoolOpened").events().stream().map(pool -> Giving.of(pool, "terms", "amount", "unit"));
        return Stream.concat(committed, pooled).distinct().map(recount::row).toList();
    }

    private History committed() {
        List<String> committed = history.of("PledgeCommitted").texts("pledge");
        return history.of("PledgeProposed").where(pledge -> committed.contains(pledge.text("pledge")));
    }

    private Map<String, String> row(Giving giving) {
        History pledges = committed().where(event -> giving.equals(Giving.of(event, "terms", "amount", "unit")));
        History pools =
                history.of("PoolOpened").where(event -> giving.equals(Giving.of(event, "terms", "amount", "unit")));
        History grants = history.of("GrantOpened").where(event -> giving.equals(Giving.of(event, "amount", "unit")));
        History used = draws("CreditsConsumed", grants);
        History expired = draws("CreditsExpired", grants);
        List<String> pledged = pledges.texts("pledge");
        History changes = history.of(
                        "PledgeCommitted",
                        "PledgeRevised",
                        "PledgeSuspended",
                        "PledgeResumed",
                        "PledgeWithdrawn",
                        "PoolRevised",
                        "PoolClosed")
                .where(event -> pledged.contains(event.text("pledge")));
        BigDecimal pooled = pools.sum("terms", "amount", "value")
                .add(changes.of("PoolRevised").sum("to", "amount", "value"))
                .subtract(changes.of("PoolRevised").sum("from", "amount", "value"))
                .subtract(changes.of("PoolClosed").sum("returned", "value"));
        BigDecimal granted = grants.sum("amount", "value");
        BigDecimal gone = used.sum("amount", "value").add(expired.sum("amount", "value"));
        long last = Stream.of(changes, pools, grants, used, expired)
                .flatMap(events -> events.events().stream())
                .mapToLong(Event::position)
                .max()
                .orElseThrow();
        return new Row()
                .column("edition", giving.edition())
                .column("partner", giving.partner())
                .column("partnerName", CreditRecount.partnerName(history, giving.partner()))
                .column("unit", giving.unit())
                .column("pledged", CreditRecount.plain(sum(pledges.events(), changes)))
                .column("suspended", CreditRecount.plain(sum(heldBack(pledges, changes), changes)))
                .column("pooled", CreditRecount.plain(pooled))
                .column("granted", CreditRecount.plain(granted))
                .column("used", CreditRecount.plain(used.sum("amount", "value")))
                .column("expired", CreditRecount.plain(expired.sum("amount", "value")))
                .column("available", CreditRecount.plain(pooled.subtract(granted)))
                .column("remaining", CreditRecount.plain(granted.subtract(gone)))
                .column("lastPosition", last)
                .cells();
    }

    /** No pledge of the story changes its unit. */
    private static BigDecimal sum(List<Event> pledges, History changes) {
        return pledges.stream()
                .map(pledge -> amount(pledge, changes.with("pledge", pledge.text("pledge"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Event pledge, History changes) {
        return changes.of("PledgeRevised", "PledgeWithdrawn")
                .last()
                .map(event -> event.type().equals("PledgeWithdrawn")
                        ? event.text("kept", "value")
                        : event.text("to", "amount", "value"))
                .map(BigDecimal::new)
                .orElseGet(() -> new BigDecimal(pledge.text("terms", "amount", "value")));
    }

    private static List<Event> heldBack(History pledges, History changes) {
        return pledges.where(pledge -> changes.of("PledgeSuspended", "PledgeResumed", "PledgeWithdrawn")
                        .with("pledge", pledge.text("pledge"))
                        .last()
                        .filter(event -> event.type().equals("PledgeSuspended"))
                        .isPresent())
                .events();
    }

    private History draws(String type, History grants) {
        List<String> ids = grants.texts("grant");
        return history.of(type).where(event -> ids.contains(event.text("grant")));
    }

    /** Who gives to what, in which unit. */
    private record Giving(String edition, String partner, String unit) {

        static Giving of(Event event, String... unit) {
            return new Giving(event.text("edition"), event.text("partner"), event.text(unit));
        }
    }
}
