package eu.tremplin.application.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.application.home.PrivateFile;
import eu.tremplin.application.home.StartRefused;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Matches the key file with the database, which remembers enough of its key to know it again and nothing more. */
final class MasterKeyFile {

    private static final byte[] KNOWN_TEXT = "Tremplin".getBytes(UTF_8);
    private static final byte[] ASSOCIATED = "known text".getBytes(UTF_8);

    private final PrivateFile file;
    private final DataSource dataSource;

    MasterKeyFile(PrivateFile file, DataSource dataSource) {
        this.file = file;
        this.dataSource = dataSource;
    }

    /** The key of this database; drawn when neither file nor database has one yet, refused when they do not match. */
    MasterKey open() {
        try (var connection = dataSource.getConnection()) {
            if (!file.exists()) {
                if (remembered(connection).isPresent()) {
                    throw new StartRefused(
                            "The key to the personal data of this database is missing: there is no " + file.path()
                                    + ".",
                            nextStep());
                }
                file.create(MasterKey.draw());
            }
            MasterKey key = parse();
            remember(connection, key);
            if (!remembered(connection).orElseThrow().isOf(key)) {
                throw new StartRefused(
                        "The key in " + file.path() + " is not the key to the personal data of this database.",
                        nextStep());
            }
            return key;
        } catch (SQLException e) {
            throw new IllegalStateException("the vault's key cannot be compared with the database", e);
        }
    }

    private String nextStep() {
        return "Put back the copy of the file that belongs to this database, or name it by TREMPLIN_VAULT_KEY."
                + " Without it names, addresses and reasons in this database stay unreadable.";
    }

    private MasterKey parse() {
        try {
            return MasterKey.parse(file.read());
        } catch (GeneralSecurityException e) {
            throw new StartRefused(file.path() + " is not a key file: " + e.getMessage(), nextStep(), e);
        }
    }

    private static void remember(Connection connection, MasterKey key) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into vault.master_key (known_text, known_digest) values (?, ?) on conflict do nothing")) {
            statement.setBytes(1, key.wrapping().encrypt(KNOWN_TEXT, ASSOCIATED));
            statement.setBytes(2, knownDigest(key));
            statement.executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Remembered> remembered(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select known_text, known_digest from vault.master_key");
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(new Remembered(rows.getBytes(1), rows.getBytes(2))) : Optional.empty();
        }
    }

    private static byte[] knownDigest(MasterKey key) {
        return new KeyedDigests(key.digests()).forPurpose("known text").of(KNOWN_TEXT);
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, compared by isOf alone
    private record Remembered(byte[] knownText, byte[] knownDigest) {

        boolean isOf(MasterKey key) {
            try {
                return MessageDigest.isEqual(KNOWN_TEXT, key.wrapping().decrypt(knownText, ASSOCIATED))
                        && MessageDigest.isEqual(knownDigest, MasterKeyFile.knownDigest(key));
            } catch (GeneralSecurityException _) {
                return false;
            }
        }
    }
}
