package eu.tremplin.application.dashboard;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of what stands behind a number. */
final class Link {

    private Link() {}

    /** The page that lists the rows with these values. */
    static String list(String table, Map<String, ?> filter) {
        return to("/lists/" + table, filter);
    }

    /** The same rows as a file. */
    static String csv(String table, Map<String, ?> filter) {
        var asked = new TreeMap<String, Object>(filter);
        asked.put("format", "csv");
        return to("/api/" + table, asked);
    }

    static String application(Object id) {
        return "/applications/" + id;
    }

    static String to(String path, Map<String, ?> parameters) {
        var address = UriComponentsBuilder.fromPath(path);
        new TreeMap<>(parameters).forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
