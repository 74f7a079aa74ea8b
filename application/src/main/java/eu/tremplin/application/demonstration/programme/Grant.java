package eu.tremplin.application.demonstration.programme;

import eu.tremplin.application.demonstration.acting.Actor;
import eu.tremplin.application.demonstration.cast.Giver;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Credits that a startup was given, as far as the story has to remember them. */
final class Grant {

    private final Giver giver;
    private final Actor manager;
    private final String id;
    private BigDecimal left;

    Grant(Giver giver, Actor manager, String id, BigDecimal amount) {
        this.giver = giver;
        this.manager = manager;
        this.id = id;
        this.left = amount;
    }

    String path(String command) {
        return "/api/credit-grants/" + id + "/" + command;
    }

    Giver giver() {
        return giver;
    }

    BigDecimal left() {
        return left;
    }

    /** Records that so much was used. */
    void use(Usage usage) {
        manager.does(path("record-usage"), usage.body(giver));
        left = left.subtract(usage.quantity());
    }

    void isRefused(String problem, Usage usage) {
        manager.isRefused(problem, path("record-usage"), usage.body(giver));
    }

    /**
     * What a provider reports.
     *
     * @param record the provider's own id of it
     */
    record Usage(String record, Instant start, Instant end, String region, BigDecimal quantity) {

        Usage in(String another) {
            return new Usage(record, start, end, another, quantity);
        }

        Usage of(BigDecimal another) {
            return new Usage(record, start, end, region, another);
        }

        Usage named(String another) {
            return new Usage(another, start, end, region, quantity);
        }

        Usage over(Instant from, Instant until) {
            return new Usage(record, from, until, region, quantity);
        }

        Map<String, Object> body(Giver giver) {
            var body = new LinkedHashMap<String, Object>();
            body.put("recordId", record);
            body.put("start", start);
            body.put("end", end);
            body.put("device", giver.scope());
            body.put("region", region);
            body.put("quantity", Map.of("value", quantity.toPlainString(), "unit", giver.unit()));
            return body;
        }
    }
}
