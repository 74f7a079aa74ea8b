package eu.tremplin.browser;

import com.microsoft.playwright.options.ColorScheme;
import eu.tremplin.running.RunningTremplin;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long somebody waits for a page and how much comes over the wire, with nothing in the browser's cache.
 *
 * @param firstPaintMillis from asking for the page until it shows something
 * @param transferredBytes of the page and all it is made of, as they were sent
 */
public record PageLoad(double firstPaintMillis, long transferredBytes) {

    private static final int TIMES = 5;

    /** Whether there is a browser to measure with. */
    public static boolean canBeMeasured() {
        return Chromium.isThere();
    }

    /** The overview as staff see it: the median of some loads. */
    public static PageLoad ofOverview(RunningTremplin tremplin) {
        try (var chromium = new Chromium()) {
            List<PageLoad> loads = IntStream.range(0, TIMES)
                    .mapToObj(_ -> once(chromium, tremplin))
                    .sorted(Comparator.comparingDouble(PageLoad::firstPaintMillis))
                    .toList();
            return loads.get(TIMES / 2);
        }
    }

    private static PageLoad once(Chromium chromium, RunningTremplin tremplin) {
        try (var somebody = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT)) {
            somebody.signIn(tremplin, "staff");
            somebody.seesThatThePageIsLive();
            // What signing in has left behind is thrown away, or it would come out of the cache.
            var devTools = somebody.context().newCDPSession(somebody.page());
            devTools.send("Network.clearBrowserCache");
            somebody.open("/");
            somebody.seesThatThePageIsLive();
            return new PageLoad(
                    number(somebody, "performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                    (long) number(
                            somebody,
                            "[...performance.getEntriesByType('navigation'),"
                                    + " ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum +"
                                    + " entry.transferSize, 0)"));
        }
    }

    private static double number(Visitor somebody, String expression) {
        return ((Number) somebody.page().evaluate(expression)).doubleValue();
    }
}
