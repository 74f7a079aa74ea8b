package eu.tremplin.application.security.users;

import eu.tremplin.application.home.RandomText;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.AccessLog;
import eu.tremplin.application.security.AccessLogEntry;
import eu.tremplin.application.security.AccessLogEntry.Kind;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.CorrelationId;
import eu.tremplin.application.security.Role;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.InvalidValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Users over REST: programme managers create and change them, everybody changes the own password. */
@RestController
@RequestMapping("/api/users")
@Tag(name = "Users")
class UsersController {

    private final Users users;
    private final AccessLog log;

    UsersController(Users users, AccessLog log) {
        this.users = users;
        this.log = log;
    }

    record CreateUser(
            String name,
            Set<Role> roles,
            @Nullable UUID partner,
            @Nullable String password) {}

    record ChangePassword(
            @Nullable String currentPassword, @Nullable String newPassword) {}

    record ChangeRoles(Set<Role> roles, @Nullable UUID partner) {}

    @GetMapping
    @Operation(summary = "Every user")
    List<UserView> list(Caller caller) {
        caller.require(Role.PM, Role.AU);
        return users.all().stream().map(UserView::of).toList();
    }

    @PostMapping
    @Operation(summary = "Create a user", description = "Without a password one is drawn, and shown this once.")
    @ApiResponse(responseCode = "201", description = "Created")
    ResponseEntity<UserView> create(@RequestBody CreateUser body, Caller caller, HttpServletRequest request) {
        caller.require(Role.PM);
        String name = body.name();
        String password = Objects.requireNonNullElseGet(body.password(), RandomText::draw);
        users.create(name, body.roles(), partner(body.partner()), password, caller.name());
        record(request, caller, Map.of("user", name, "roles", List.copyOf(body.roles())));
        var created = UserView.of(existing(name));
        return ResponseEntity.created(URI.create("/api/users/" + name))
                .body(body.password() == null ? created.withPassword(password) : created);
    }

    @PostMapping("/{name}/change-password")
    @Operation(
            summary = "Change the own password, or another user's",
            description = "The own one takes the current password. For another user one is drawn where none is given.")
    UserView changePassword(
            @PathVariable String name, @RequestBody ChangePassword body, Caller caller, HttpServletRequest request) {
        if (caller instanceof Caller.User && caller.name().equals(name)) {
            String current = required("currentPassword", body.currentPassword());
            users.changePassword(name, current, required("newPassword", body.newPassword()));
            record(request, caller, Map.of());
            return UserView.of(existing(name));
        }
        caller.require(Role.PM);
        existing(name);
        String password = Objects.requireNonNullElseGet(body.newPassword(), RandomText::draw);
        users.resetPassword(name, password);
        record(request, caller, Map.of());
        var changed = UserView.of(existing(name));
        return body.newPassword() == null ? changed.withPassword(password) : changed;
    }

    @PostMapping("/{name}/change-roles")
    @Operation(summary = "Give a user these roles and no others")
    UserView changeRoles(
            @PathVariable String name, @RequestBody ChangeRoles body, Caller caller, HttpServletRequest request) {
        caller.require(Role.PM);
        existing(name);
        users.changeRoles(name, body.roles(), partner(body.partner()));
        record(request, caller, Map.of("roles", List.copyOf(body.roles())));
        return UserView.of(existing(name));
    }

    @PostMapping("/{name}/deactivate")
    @Operation(summary = "Let a user in no longer")
    UserView deactivate(@PathVariable String name, Caller caller, HttpServletRequest request) {
        caller.require(Role.PM);
        existing(name);
        users.deactivate(name);
        record(request, caller, Map.of());
        return UserView.of(existing(name));
    }

    private User existing(String name) {
        return users.find(name).orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
    }

    private void record(HttpServletRequest request, Caller caller, Map<String, ?> details) {
        log.record(new AccessLogEntry(
                caller.name(),
                null,
                Kind.USER_CHANGED,
                request.getMethod() + " " + request.getRequestURI(),
                null,
                null,
                null,
                CorrelationId.of(request),
                details));
    }

    private static Optional<PartnerId> partner(@Nullable UUID id) {
        return Optional.ofNullable(id).map(PartnerId::new);
    }

    private static <T> T required(String field, @Nullable T value) {
        InvalidValue.unless(value != null, field, "is missing");
        return Objects.requireNonNull(value);
    }
}
