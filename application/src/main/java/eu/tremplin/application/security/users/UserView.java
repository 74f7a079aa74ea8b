package eu.tremplin.application.security.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.tremplin.application.security.Role;
import eu.tremplin.domain.partners.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as REST shows it.
 *
 * @param password drawn just now, and shown in this one answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserView(
        String name,
        UUID person,
        List<Role> roles,
        @Nullable UUID partner,
        boolean active,
        Instant createdAt,
        Instant changedAt,
        @Nullable String password) {

    static UserView of(User user) {
        return new UserView(
                user.name(),
                user.person().value(),
                user.roles().stream().sorted().toList(),
                user.partner().map(PartnerId::value).orElse(null),
                user.isActive(),
                user.createdAt(),
                user.changedAt(),
                null);
    }

    UserView withPassword(String drawn) {
        return new UserView(name, person, roles, partner, active, createdAt, changedAt, drawn);
    }

    @Override
    public String toString() {
        return "user " + name;
    }
}
