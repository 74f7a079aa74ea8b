package eu.tremplin.application.demonstration.stage;

import eu.tremplin.application.demonstration.acting.Actor;
import eu.tremplin.application.demonstration.acting.Theatre;
import eu.tremplin.application.demonstration.cast.Giver;
import eu.tremplin.application.demonstration.cast.Temperament;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Everybody in the story who signs in by name. */
public final class Company {

    private static final String STAFF = "staff";
    private static final String CHAIR = "chair";
    private static final String LEAD = "lead";

    private final Theatre theatre;
    private final Passwords passwords;
    private final Map<String, String> persons = new HashMap<>();
    private final Map<Giver, String> partners = new EnumMap<>(Giver.class);

    public Company(Theatre theatre, Passwords passwords) {
        this.theatre = theatre;
        this.passwords = passwords;
    }

    /** Those whom the story adds to the users of a first start. */
    public static List<String> addedUsers() {
        return Stream.of(
                        Stream.of(CHAIR, LEAD),
                        Stream.of(Giver.values()).map(Giver::manager),
                        Temperament.ALL.stream().map(Temperament::user))
                .flatMap(users -> users)
                .toList();
    }

    public Actor staff() {
        return actor(STAFF);
    }

    public Actor chair() {
        return actor(CHAIR);
    }

    public Actor lead() {
        return actor(LEAD);
    }

    public Actor managerOf(Giver giver) {
        return actor(giver.manager());
    }

    public Actor reviewer(Temperament reviewer) {
        return actor(reviewer.user());
    }

    /** The person behind a reviewer's name. */
    public String personOf(Temperament reviewer) {
        return Objects.requireNonNull(persons.get(reviewer.user()), "not employed");
    }

    public String partner(Giver giver) {
        return Objects.requireNonNull(partners.get(giver), "not invited");
    }

    public Actor applicant(String token) {
        return theatre.applicant(token);
    }

    private Actor actor(String user) {
        return theatre.user(user, passwords.of(user));
    }

    public void invite(Giver giver) {
        String id = staff().does("/api/partners", Map.of("name", giver.organisation(), "legalSeat", giver.legalSeat()))
                .id();
        partners.put(giver, id);
    }

    /** Users are no part of the log, so several can be created at once: a password is slow to hash, and on purpose. */
    public void employ() {
        var users = new ArrayList<Map<String, Object>>();
        users.add(Map.of("name", CHAIR, "roles", List.of("CH")));
        users.add(Map.of("name", LEAD, "roles", List.of("LD")));
        for (Giver giver : Giver.values()) {
            users.add(Map.of("name", giver.manager(), "roles", List.of("PT"), "partner", partner(giver)));
        }
        for (Temperament reviewer : Temperament.ALL) {
            users.add(Map.of("name", reviewer.user(), "roles", List.of("RV")));
        }
        try (var hands = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Callable<Void>> creations = users.stream()
                    .<Callable<Void>>map(user -> () -> create(user))
                    .toList();
            for (var creation : hands.invokeAll(creations)) {
                creation.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while users were created", e);
        }
    }

    private Void create(Map<String, Object> user) {
        var body = new HashMap<>(user);
        String name = String.valueOf(user.get("name"));
        body.put("password", passwords.of(name));
        String person = staff().does("/api/users", body).text("person");
        synchronized (persons) {
            persons.put(name, person);
        }
        return null;
    }
}
