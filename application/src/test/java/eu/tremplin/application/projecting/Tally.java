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
 * Counts the events of each edition, and those of all in a table that is written before it.
 *
 * @param worth what each event counts for; an edition's end counts nothing and is too much for it while it is clumsy
 */
record Tally(int version, int worth, Clumsiness clumsiness) implements ReadModel {

    static final Table<TallyRow> TALLY = Table.published("tally", TallyRow.class);
    static final Table<AllRow> ALL = Table.internal("all_tally", AllRow.class);

    private static final int TOO_MUCH = -100;

    /** How it fails. */
    enum Clumsiness {
        NONE("", "", ""),
        /** A rule of its own is broken. */
        IN_JAVA("", "", "cannot count the end at 3"),
        /** A rule of its tables is broken. */
        IN_SQL(" check (events >= 0)", "", "tally_events_check"),
        /** What is to be stored is more than fits. */
        IN_SIZE("", """
            create function ${schema}.weight(events integer) returns text immutable language sql
              return case when events < 0 then (select string_agg(md5(i::text), '') from generate_series(1, 4000) i) end;
            create index on ${schema}.tally (${schema}.weight(events));
            """, "index row requires"),
        /** The first few times it loses against another. */
        BY_DEADLOCK("", stumbling("40P01"), ""),
        BY_SERIALIZATION("", stumbling("40001"), "");

        private final String check;
        private final String more;
        final String cause;

        Clumsiness(String check, String more, String cause) {
            this.check = check;
            this.more = more;
            this.cause = cause;
        }

        private static String stumbling(String state) {
            return """
                create sequence ${schema}.tries;
                create function ${schema}.stumble() returns trigger language plpgsql as $$
                begin
                  if nextval('${schema}.tries') <= 3 then
                    raise exception 'again' using errcode = '%s';
                  end if;
                  return new;
                end;
                $$;
                create trigger stumble before insert on ${schema}.tally
                  for each row execute function ${schema}.stumble();
                """.formatted(state);
        }
    }

    @Override
    public String name() {
        return "test-tally";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(TALLY, ALL);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(Handler.handling(EditionEvent.class, this::count), Handler.ignoring(DomainEvent.class));
    }

    @Override
    public String ddl() {
        return """
            create table ${schema}.all_tally (number integer primary key, events integer not null);
            create table ${schema}.tally (edition uuid primary key, events integer not null%s);
            """.formatted(clumsiness.check) + clumsiness.more;
    }

    private void count(EditionEvent event, Envelope envelope, Rows rows) {
        int all = rows.find(ALL, 1).map(AllRow::events).orElse(0);
        int before = rows.find(TALLY, event.edition()).map(TallyRow::events).orElse(0);
        rows.put(ALL, new AllRow(1, all + worth));
        if (event instanceof EditionEnded && clumsiness == Clumsiness.IN_JAVA) {
            throw new ArithmeticException("cannot count the end at " + envelope.position());
        }
        rows.put(TALLY, new TallyRow(event.edition(), event instanceof EditionEnded ? end(before) : before + worth));
    }

    private int end(int before) {
        return switch (clumsiness) {
            case IN_SQL, IN_SIZE -> TOO_MUCH;
            case NONE, IN_JAVA, BY_DEADLOCK, BY_SERIALIZATION -> before;
        };
    }

    /** How many events an edition has. */
    record TallyRow(@Key EditionId edition, int events) {}

    /** How many events all editions have. */
    record AllRow(@Key int number, int events) {}
}
