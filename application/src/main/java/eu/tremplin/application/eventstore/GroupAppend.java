package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.Answer.Durable;
import eu.tremplin.application.eventstore.Answer.Undone;
import eu.tremplin.application.eventstore.Answer.Unknown;
import eu.tremplin.application.eventstore.AppendFailure.Culprit;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appends a group by one call of {@code log.append}, and once more for each request that would not let it pass. */
final class GroupAppend {

    private static final String APPEND = "select positions, appended_at, lost_heads from log.append("
            + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final TypeDictionary dictionary;

    GroupAppend(TypeDictionary dictionary) {
        this.dictionary = dictionary;
    }

    Answer of(EncodedAppend request, Connection connection) {
        return of(List.of(request), connection).getFirst();
    }

    /**
     * One answer for each request, in their order. The requests have nothing in common that one could take from
     * another.
     */
    List<Answer> of(List<EncodedAppend> requests, Connection connection) {
        Map<EncodedAppend, Answer> answers = new HashMap<>();
        var left = new ArrayList<>(requests);
        while (!left.isEmpty()) {
            var group = new AppendGroup(List.copyOf(left));
            try {
                append(group, connection, answers);
                left.clear();
            } catch (SQLException failure) {
                Optional<Culprit> culprit = AppendFailure.culprit(group, failure);
                culprit.ifPresentOrElse(
                        it -> answers.put(left.remove(it.request() - 1), it.answer()),
                        () -> left.forEach(request -> answers.put(request, withoutCulprit(failure))));
                if (culprit.isEmpty()) {
                    left.clear();
                }
            }
        }
        return requests.stream().map(answers::get).toList();
    }

    private static Answer withoutCulprit(SQLException failure) {
        return AppendFailure.isUnconfirmed(failure) ? new Unknown(failure) : new Undone(failure);
    }

    private void append(AppendGroup group, Connection connection, Map<EncodedAppend, Answer> answers)
            throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            group.fillIn(statement, dictionary);
            try (var row = statement.executeQuery()) {
                row.next();
                var positions = (Long[]) row.getArray(1).getArray();
                Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
                for (Integer lost : (Integer[]) row.getArray(3).getArray()) {
                    Culprit loser = AppendFailure.loser(group.head(lost));
                    answers.putIfAbsent(group.requests().get(loser.request() - 1), loser.answer());
                }
                handOut(Arrays.asList(positions), at, group, answers);
            }
        }
    }

    private static void handOut(
            List<Long> positions, Instant at, AppendGroup group, Map<EncodedAppend, Answer> answers) {
        int next = 0;
        for (EncodedAppend request : group.requests()) {
            if (!answers.containsKey(request)) {
                Append append = request.append();
                int end = next + append.entries().size();
                answers.put(request, new Durable(new Appended(positions.subList(next, end), append.versions()), at));
                next = end;
            }
        }
    }
}
