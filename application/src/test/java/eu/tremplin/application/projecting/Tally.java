package eu.tremplin.application.projecting;

import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Handler;
import eu.tremplin.projections.kit.Key;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.util.List;

/**
 * Counts the events of each edition.
 *
 * @param worth what each event counts for; an edition's end counts nothing and is too much for it while it is clumsy
 */
record Tally(int version, int worth, Clumsiness clumsiness) implements ReadModel {

    static final Table<TallyRow> TALLY = Table.published("tally", TallyRow.class);

    /** How it fails. */
    enum Clumsiness {
        NONE,
        IN_JAVA,
        IN_SQL
    }

    @Override
    public String name() {
        return "test-tally";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(TALLY);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(Handler.handling(EditionEvent.class, this::count), Handler.ignoring(DomainEvent.class));
    }

    @Override
    public String ddl() {
        return "create table ${schema}.tally (edition uuid primary key, events integer not null check (events >= 0))";
    }

    private void count(EditionEvent event, Envelope envelope, Rows rows) {
        int before = rows.find(TALLY, event.edition()).map(TallyRow::events).orElse(0);
        if (!(event instanceof EditionEnded)) {
            rows.put(TALLY, new TallyRow(event.edition(), before + worth));
        } else if (clumsiness == Clumsiness.IN_JAVA) {
            throw new ArithmeticException("cannot count the end at " + envelope.position());
        } else if (clumsiness == Clumsiness.IN_SQL) {
            rows.put(TALLY, new TallyRow(event.edition(), -1));
        }
    }

    /** How many events an edition has. */
    record TallyRow(@Key EditionId edition, int events) {}
}
