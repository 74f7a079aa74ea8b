package eu.tremplin.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.InMemoryRows;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadModelsTest {

    static Stream<ReadModel> readModels() {
        return ReadModels.all().stream();
    }

    @ParameterizedTest
    @MethodSource("readModels")
    void everyReadModelAnswersForEveryEventOnce(ReadModel readModel) {
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(readModel.handlers())
                        .filteredOn(handler -> handler.events().isAssignableFrom(type.type()))
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("readModels")
    void everyReadModelStopsAtAnEventItHasNoAnswerFor(ReadModel readModel) {
        DomainEvent fromTheFuture = new DomainEvent() {};
        var envelope = new Envelope(1, new UUID(0, 1), 0, Instant.EPOCH);

        assertThatIllegalStateException()
                .isThrownBy(() -> readModel.project(fromTheFuture, envelope, new InMemoryRows()));
    }

    @ParameterizedTest
    @MethodSource("readModels")
    void everyTableIsCreatedInWhateverSchemaItIsGiven(ReadModel readModel) {
        assertThat(readModel.tables())
                .allSatisfy(table -> assertThat(readModel.ddl())
                        .contains(
                                table.computed()
                                        ? "create view ${schema}." + table.name() + " as"
                                        : "create table ${schema}." + table.name() + " ("));
    }

    @Test
    void publishedTablesHaveNamesOfTheirOwn() {
        assertThat(ReadModels.all().stream()
                        .flatMap(readModel -> readModel.tables().stream())
                        .filter(Table::published)
                        .map(Table::name))
                .containsExactlyInAnyOrder(
                        "worklist",
                        "cohort_roster",
                        "cohort_seats",
                        "credit_statement",
                        "credit_pools",
                        "credit_postings",
                        "funnel",
                        "editions",
                        "selection_board",
                        "selection_reviews",
                        "reviewers",
                        "conflicts",
                        "due",
                        "partner_credits");
    }
}
