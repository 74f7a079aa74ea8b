package eu.tremplin.application.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mappings the tests read by: one for small made-up tables, and the documented one of the real file. */
final class Mappings {

    static final String SMALL = """
        {
          "source": "a made-up table",
          "programme": "Elsewhere",
          "asOf": "2020-12-31",
          "key": ["Company"],
          "columns": {
            "name": "Company",
            "year": "Year",
            "season": "Season",
            "status": "Status",
            "foundedIn": "Founded",
            "country": "Country",
            "website": "Website",
            "description": "About",
            "amounts": "Raised"
          },
          "seasons": {"Spring": "--03-01", "Autumn": "--09-15"},
          "statuses": {"alive": "ACTIVE", "sold": "EXITED", "gone": "CLOSED", "": "UNKNOWN"},
          "countries": {"France": "FR", "Côte d'Ivoire": "CI"},
          "amounts": {
            "separator": ",",
            "currencies": {"$": "USD", "€": "EUR"},
            "thousands": ",",
            "undisclosed": ["undisclosed"]
          }
        }
        """;

    /** The columns of {@link #SMALL}, and one it does not read. */
    static final String HEADER = "Company,Year,Season,Status,Founded,Country,Website,About,Raised,Office\n";

    private Mappings() {}

    static Mapping small() {
        return MappingReader.read(SMALL.getBytes(UTF_8));
    }

    static byte[] yCombinator() {
        try {
            return Files.readAllBytes(Path.of("..", "docs", "import", "y-combinator.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
