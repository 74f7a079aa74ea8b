package eu.tremplin.application.vault;

import eu.tremplin.application.home.Home;
import eu.tremplin.application.home.PrivateFile;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault with the key of the home, or with the one that {@code TREMPLIN_VAULT_KEY} names. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    MasterKey masterKey(@Value("${tremplin.vault.key:}") String given, Home home, DataSource dataSource) {
        return new MasterKeyFile(keyFile(given, home), dataSource).open();
    }

    @Bean
    VaultHealth vaultHealthIndicator(@Value("${tremplin.vault.key:}") String given, Home home) {
        return new VaultHealth(keyFile(given, home));
    }

    private static PrivateFile keyFile(String given, Home home) {
        return given.isBlank() ? home.vaultKey() : new PrivateFile(Path.of(given));
    }

    @Bean
    PersonalTextCipher personalTextCipher(MasterKey key, DataSource dataSource) {
        return new Vault(new PersonKeys(dataSource, key.wrapping()));
    }

    @Bean
    KeyedDigests keyedDigests(MasterKey key) {
        return new KeyedDigests(key.digests());
    }
}
