package eu.tremplin.application.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Findings as a test expects them: the invariant and what is said, where {@code *} stands for anything; after a
 * semicolon how many of them there are, {@code +} for any number.
 */
record Expected(List<Kind> kinds) {

    static Expected these(List<String> expected) {
        return new Expected(expected.stream().map(Kind::of).toList());
    }

    void requireExactly(List<Finding> findings) {
        assertThat(findings)
                .as("findings that nobody expected")
                .allMatch(finding -> kinds.stream().anyMatch(kind -> kind.matches(finding)));
        assertThat(kinds).allSatisfy(kind -> {
            long found = findings.stream().filter(kind::matches).count();
            assertThat(kind.count == Kind.ANY ? found > 0 : found == kind.count)
                    .as("%s was found %d times", kind, found)
                    .isTrue();
        });
    }

    record Kind(Pattern pattern, long count) {

        private static final long ANY = -1;

        static Kind of(String text) {
            String[] parts = text.split("; ", 2);
            String regex = Pattern.compile("\\*")
                    .splitAsStream(parts[0] + "\0")
                    .map(part -> Pattern.quote(part.replace("\0", "")))
                    .collect(Collectors.joining(".*"));
            return new Kind(
                    Pattern.compile(regex),
                    parts.length == 1 ? 1 : parts[1].equals("+") ? ANY : Long.parseLong(parts[1]));
        }

        boolean matches(Finding finding) {
            return pattern.matcher(finding.invariant() + " " + finding.what()).matches();
        }
    }
}
