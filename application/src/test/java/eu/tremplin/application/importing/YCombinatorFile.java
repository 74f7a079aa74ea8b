package eu.tremplin.application.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real table of 688 startups, which stands beside the repository and is no part of it. */
final class YCombinatorFile {

    private static final String PROPERTY = "tremplin.y-combinator-file";

    private YCombinatorFile() {}

    /** Where the file is; a test that asks for it is skipped where it is not. */
    static Path orSkip() {
        Path file = Path.of(System.getProperty(
                PROPERTY, "../../shared/data/y-combinator-2005-2014.csv")); // tests run in the module's folder
        assumeTrue(Files.exists(file), () -> "y-combinator-2005-2014.csv is not there: -D" + PROPERTY + " names it");
        return file;
    }
}
