package eu.tremplin.application.security.users;

import com.github.benmanes.caffeine.cache.Ticker;
import eu.tremplin.application.home.Home;
import eu.tremplin.application.security.Accounts;
import eu.tremplin.application.security.Accounts.Account;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;

/** Lets users in by their passwords, and sees to it that there are some. */
@Configuration(proxyBeanMethods = false)
class UsersConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    @Bean
    Users users(JdbcClient jdbc, PlatformTransactionManager transactions, PasswordEncoder passwords, Home home) {
        var users = new Users(jdbc, transactions, passwords);
        new FirstUsers(users, home.credentials()).createWhereThereAreNone();
        return users;
    }

    @Bean
    Accounts accounts(Users users) {
        return name ->
                users.find(name).filter(User::isActive).map(user -> new Account(user.asCaller(), user.passwordHash()));
    }

    // One that asks nobody else: with a second way to the same provider each failure would count twice.
    @Bean
    AuthenticationManager authenticationManager(Users users, PasswordEncoder passwords) {
        return new ProviderManager(new SignIn(users, passwords, new SignInFailures(Ticker.systemTicker())));
    }
}
