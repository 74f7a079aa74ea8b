-- The event log. Everything that ever happened is a row of log.event, written by log.append() and by nothing else.

create schema log;

-- ------------------------------------------------------------------------------------------------------------------
-- The log's clock, by which events are recorded and refusals noted. It is the database's own, and costs nothing more:
-- the planner puts clock_timestamp() in its place. Holes in the log are never judged by it, nor by any other clock.

create function log.now() returns timestamptz language sql volatile
  return clock_timestamp();

-- A row makes this database a demonstration for ever, whose clock is simulated.
create table log.demonstration (
  seed       bigint not null,
  applicants integer not null,
  played     boolean not null default false,
  simulated  timestamptz not null,
  set_at     timestamptz not null,
  pace       double precision not null check (pace >= 0)
);

create unique index demonstration_is_one on log.demonstration ((true));

comment on table log.demonstration is 'The simulated clock: it said "simulated" at the real instant "set_at", and since'
  ' then as many seconds have passed on it as "pace" says for each real one.';

-- Makes an empty log a demonstration, whose clock stands still until somebody sets it.
--
-- Errors:
--   TR006  the log holds events
create function log.become_demonstration(seed bigint, applicants integer, begins timestamptz) returns void
language plpgsql as $$
begin
  if exists (select from log.event) then
    raise exception 'a log that holds events does not become a demonstration' using errcode = 'TR006';
  end if;
  insert into log.demonstration (seed, applicants, simulated, set_at, pace)
       values (seed, applicants, begins, clock_timestamp(), 0);
  -- Put in its place here, so that elsewhere there is no simulated time that could be come by.
  create or replace function log.now() returns timestamptz language sql volatile
    -- In seconds: an interval of days is added by the calendar of the session's time zone.
    return (
      select d.simulated + make_interval(secs => d.pace * extract(epoch from clock_timestamp() - d.set_at)::float8)
        from log.demonstration d);
end;
$$;

-- ------------------------------------------------------------------------------------------------------------------

-- The dictionary of stored type names: the strings are data for ever, the numbers keep the rows short.
create table log.event_type (
  id       smallint generated always as identity primary key,
  name     text collate "C" not null,
  revision smallint not null check (revision > 0),
  unique (name, revision)
);

-- One head per stream; the optimistic check is a compare-and-set on its version.
create table log.stream (
  stream_id      uuid primary key,
  aggregate_type text collate "C" not null,
  edition_id     uuid,
  version        bigint not null check (version >= 0)
) with (fillfactor = 80);

create index stream_by_edition on log.stream (edition_id) where edition_id is not null;

-- Payload and metadata are the JSON bytes exactly as they were written: what is sealed is what is stored.
create table log.event (
  position    bigint generated always as identity (cache 1) primary key,
  stream_id   uuid not null,
  version     bigint not null,
  type        smallint not null,
  payload     bytea not null,
  metadata    bytea not null,
  event_id    uuid not null,
  recorded_at timestamptz not null,
  unique (stream_id, version)
);

-- A fact that may hold once across all streams, and the event that took it.
create table log.claim (
  kind      text collate "C" not null,
  key       text collate "C" not null,
  stream_id uuid not null,
  version   bigint not null,
  primary key (kind, key)
);

-- What an accepted command was answered, for ever: its digest, the resource it concerned and the last event it led to.
create table log.outcome (
  caller           text collate "C" not null,
  key              text collate "C" not null,
  request_digest   bytea not null,
  resource_id      uuid not null,
  resource_version bigint,
  last_stream_id   uuid not null,
  last_version     bigint not null,
  primary key (caller, key)
);

-- At this instant everything up to and including this position was committed or proven dead. Both columns only grow.
create table log.reached (
  position bigint primary key,
  instant  timestamptz not null
);

create index reached_by_instant on log.reached (instant);

-- Positions that were drawn by transactions which never committed.
create table log.event_gap (
  first      bigint primary key,
  last       bigint not null check (last >= first),
  decided_at timestamptz not null default clock_timestamp()
);

-- ------------------------------------------------------------------------------------------------------------------
-- Append-only, and only by append(): a writer that drew a position without holding the lock of its insert would be
-- invisible to the gap check, and its event could be skipped.

create function log.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only, by log.append()' using errcode = 'TR000';
end;
$$;

create trigger event_is_inserted_by_append before insert on log.event
  for each statement when (current_setting('tremplin.appending', true) is distinct from 'yes')
  execute function log.refuse();

create trigger event_never_changes before update or delete or truncate on log.event
  for each statement execute function log.refuse();

-- ------------------------------------------------------------------------------------------------------------------
-- Appends the events of one unit of work, all or nothing, in one round trip. Returns their positions in order.
--
-- Streams come as parallel arrays. An expected version is the one the caller decided upon, null where the stream must
-- not exist yet; a stream that gets no events is only asserted. Events come in the order in which they happened and
-- name their stream by its place in the arrays. Claims name the event that takes or releases them by its place.
--
-- Locks are taken in one order everywhere, so that appends never deadlock: heads by stream id, then claims by kind and
-- key, then the outcome, then the events.
--
-- Errors:
--   TR001  a stream has moved on from the expected version            detail: place of the stream
--   TR002  a stream to be created exists already                      detail: place of the stream
--   TR003  a stream that was only read has moved on                   detail: place of the stream
--   TR004  a claim is taken                                           detail: place of the claim
--   TR005  the caller has used this idempotency key before
create function log.append(
  stream_ids       uuid[],
  expected         bigint[],
  event_counts     integer[],
  aggregate_types  text[],
  edition_ids      uuid[],
  event_streams    integer[],
  event_versions   bigint[],
  event_types      smallint[],
  payloads         bytea[],
  metadatas        bytea[],
  event_ids        uuid[],
  claim_kinds      text[],
  claim_keys       text[],
  claim_events     integer[],
  claim_releases   boolean[],
  caller           text,
  idempotency_key  text,
  request_digest   bytea,
  resource_id      uuid,
  resource_version bigint
) returns bigint[]
language plpgsql
as $$
declare
  positions bigint[];
  in_order  integer[] := array[1];
  place     integer;
  here      record;
  drawn     bigint;
  now       timestamptz;
begin
  if cardinality(stream_ids) > 1 then
    in_order := (select array_agg(s.place::integer order by id) from unnest(stream_ids) with ordinality as s (id, place));
  end if;
  foreach place in array in_order
  loop
    if event_counts[place] = 0 then
      perform from log.stream s
        where s.stream_id = stream_ids[place] and s.version = expected[place]
          for share;
      if not found then
        raise exception 'a stream that was read has moved on' using errcode = 'TR003', detail = place;
      end if;
    elsif expected[place] is null then
      insert into log.stream (stream_id, aggregate_type, edition_id, version)
           values (stream_ids[place], aggregate_types[place], edition_ids[place], event_counts[place] - 1)
      on conflict do nothing;
      if not found then
        raise exception 'the stream exists' using errcode = 'TR002', detail = place;
      end if;
    else
      update log.stream s set version = expected[place] + event_counts[place]
        where s.stream_id = stream_ids[place] and s.version = expected[place];
      if not found then
        raise exception 'the stream has moved on' using errcode = 'TR001', detail = place;
      end if;
    end if;
  end loop;

  if claim_kinds <> '{}' then
    for here in
      select c.place, kind, key, event, releases
        from unnest(claim_kinds, claim_keys, claim_events, claim_releases)
             with ordinality as c (kind, key, event, releases, place)
       order by kind collate "C", key collate "C", event, releases desc
    loop
      if here.releases then
        delete from log.claim c
         where c.kind = here.kind and c.key = here.key and c.stream_id = stream_ids[event_streams[here.event]];
      else
        insert into log.claim (kind, key, stream_id, version)
             values (here.kind, here.key, stream_ids[event_streams[here.event]], event_versions[here.event])
        on conflict do nothing;
        if not found then
          raise exception 'the claim is taken' using errcode = 'TR004', detail = here.place;
        end if;
      end if;
    end loop;
  end if;

  place := cardinality(event_ids);
  if idempotency_key is not null then
    insert into log.outcome
         values (caller, idempotency_key, request_digest, resource_id, resource_version,
                 stream_ids[event_streams[place]], event_versions[place])
    on conflict do nothing;
    if not found then
      raise exception 'the idempotency key is taken' using errcode = 'TR005';
    end if;
  end if;

  -- Not by the function's own SET clause, which only a superuser could declare.
  perform set_config('tremplin.appending', 'yes', true);
  now := log.now();
  for place in 1 .. cardinality(event_ids)
  loop
    insert into log.event (stream_id, version, type, payload, metadata, event_id, recorded_at)
         values (stream_ids[event_streams[place]], event_versions[place], event_types[place], payloads[place],
                 metadatas[place], event_ids[place], now)
      returning position into drawn;
    positions[place] := drawn;
  end loop;
  perform set_config('tremplin.appending', 'no', true);
  return positions;
end;
$$;

-- Notes that everything up to this position was complete. Readers of several nodes note in turn, so that position and
-- instant grow together and an instant names one position.
create function log.reach(reached_position bigint) returns void language plpgsql as $$
declare
  last log.reached;
begin
  -- What a crash forgets here is found again by reading on from the last row that it kept.
  perform set_config('synchronous_commit', 'off', true);
  perform pg_advisory_xact_lock(hashtextextended('log.reach', 0));
  -- By the indices' ends: a condition on all rows would look at each of them, as there are more and more.
  select position, instant into last from log.reached order by position desc limit 1;
  if last.position is null or last.position < reached_position then
    insert into log.reached (position, instant)
         values (reached_position, greatest(log.now(), last.instant));
  end if;
end;
$$;

-- ------------------------------------------------------------------------------------------------------------------
-- For people who read the log by SQL.

-- The database's encoding is checked to be UTF-8 when the application starts, so the same bytes are always the same JSON.
create function log.json(bytes bytea) returns jsonb language sql immutable strict parallel safe
  return convert_from(bytes, 'UTF8')::jsonb;

create view log.events as
  select e.position, e.stream_id, e.version, s.aggregate_type, s.edition_id, t.name as type, t.revision,
         log.json(e.payload) as payload, log.json(e.metadata) as metadata, e.event_id, e.recorded_at
    from log.event e
    join log.stream s using (stream_id)
    join log.event_type t on t.id = e.type;
