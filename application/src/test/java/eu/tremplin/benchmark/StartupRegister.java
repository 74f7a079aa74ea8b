package eu.tremplin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of 688 past startups to import: the real one where this machine has it, else one of the same shape.
 *
 * @param origin which of the two it is
 */
record StartupRegister(String origin, String csv) {

    static final int ROWS = 688;

    static StartupRegister near(Path root) throws IOException {
        Path real = root.resolveSibling("shared").resolve("data").resolve("y-combinator-2005-2014.csv");
        return Files.exists(real)
                ? new StartupRegister("y-combinator-2005-2014.csv", Files.readString(real))
                : new StartupRegister("generated", generated());
    }

    private static String generated() {
        var csv = new StringBuilder("Company,Satus,Year Founded,Mapping Location,Description,Categories,"
                + "Y Combinator Year,Y Combinator Session,Amounts raised in different funding rounds,"
                + "Headquarters (City),Headquarters (US State),Headquarters (Country),Website\n");
        for (int row = 1; row <= ROWS; row++) {
            csv.append(
                            "Startup %d,Operating,%d,San Francisco - California - USA,\"Does one thing, and does it well, %d\","
                                    .formatted(row, 2005 + row % 9, row))
                    .append("\"Social, E-Commerce\",%d,%s,\"$%d,000, undisclosed amount\","
                            .formatted(2005 + row % 10, row % 2 == 0 ? "Winter" : "Summer", 20 + row))
                    .append("San Francisco,California,USA,http://startup-%d.example.org\n".formatted(row));
        }
        return csv.toString();
    }
}
