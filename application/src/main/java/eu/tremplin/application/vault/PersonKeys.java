package eu.tremplin.application.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import eu.tremplin.application.connections.OwnConnections;
import eu.tremplin.domain.shared.PersonId;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One wrapped key per person, in a table. Each call takes a connection of its own and commits by itself: a key that
 * went back with somebody's transaction, after its text was encrypted, would be lost.
 */
final class PersonKeys {

    private final OwnConnections connections;
    private final Aead wrapping;

    PersonKeys(DataSource dataSource, Aead wrapping) {
        connections = new OwnConnections(dataSource);
        this.wrapping = wrapping;
    }

    Optional<Aead> find(PersonId person) {
        return connections.call("read a person's key", connection -> read(connection, person));
    }

    /** The person's key, created at first; of two that create at once, both get the one that was kept. */
    Aead findOrCreate(PersonId person) {
        return connections.call("keep a person's key", connection -> {
            var found = read(connection, person);
            if (found.isPresent()) {
                return found.get();
            }
            insert(connection, person);
            return read(connection, person).orElseThrow();
        });
    }

    private Optional<Aead> read(Connection connection, PersonId person) throws SQLException {
        try (var statement = connection.prepareStatement("select wrapped from vault.person_key where person = ?")) {
            statement.setObject(1, person.value());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(unwrap(person, rows.getBytes(1))) : Optional.empty();
            }
        }
    }

    private void insert(Connection connection, PersonId person) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into vault.person_key (person, wrapped) values (?, ?) on conflict do nothing")) {
            statement.setObject(1, person.value());
            statement.setBytes(2, drawWrapped(person));
            statement.executeUpdate();
        }
    }

    private byte[] drawWrapped(PersonId person) {
        try {
            var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    key, wrapping, associated(person), AeadConfig2026.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be generated", e);
        }
    }

    private Aead unwrap(PersonId person, byte[] wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped, wrapping, associated(person), AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new UnreadableText(person, e);
        }
    }

    private static byte[] associated(PersonId person) {
        return person.toString().getBytes(UTF_8);
    }
}
