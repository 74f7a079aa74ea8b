package eu.tremplin.application.importing;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What is known of a file once it has been read through: that it is what its mapping describes, to the last byte.
 *
 * @param sha256 in lower-case hex
 */
record Inspection(String sha256) {

    private static final int MAX_ROWS = 100_000;

    /**
     * Reads the file through before anything of it is imported.
     *
     * @throws Problem when the file as a whole is not what the mapping describes
     */
    static Inspection of(Upload file, Mapping mapping) throws IOException {
        try (var content = new DigestInputStream(file.content().getInputStream(), newDigest());
                CsvTable table = CsvTable.open(content, mapping)) {
            long rows = table.rows().limit(MAX_ROWS + 1L).count();
            if (rows > MAX_ROWS) {
                throw Problem.because(
                        EdgeReason.FILE_UNUSABLE, Map.of("why", "It has more than " + MAX_ROWS + " rows."));
            }
            return new Inspection(
                    HexFormat.of().formatHex(content.getMessageDigest().digest()));
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
