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

-- Drawn by append() and by nothing else. Without a cache, so that a position is never drawn long before it is used.
create sequence log.event_position as bigint cache 1;

-- Payload and metadata are the JSON bytes exactly as they were written: what is sealed is what is stored. In partitions
-- by position; that a stream has each version once is held by the compare-and-set on its head, and by an index in each.
create table log.event (
  position    bigint not null,
  stream_id   uuid not null,
  version     bigint not null,
  type        smallint not null,
  payload     bytea not null,
  metadata    bytea not null,
  event_id    uuid not null,
  recorded_at timestamptz not null,
  primary key (position)
) partition by range (position);

alter sequence log.event_position owned by log.event.position;

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

-- A trigger of the whole table does not hear of what is done to one of its partitions by name, so each has its own.
create function log.guard(events regclass) returns void language plpgsql as $$
begin
  execute format('create trigger event_is_inserted_by_append before insert on %s'
    ' for each statement when (current_setting(''tremplin.appending'', true) is distinct from ''yes'')'
    ' execute function log.refuse()', events);
  execute format('create trigger event_never_changes before update or delete or truncate on %s'
    ' for each statement execute function log.refuse()', events);
end;
$$;

select log.guard('log.event');

-- Makes partitions until every position up to this one has its place, and says how many it has made. Writers are not
-- held up: a partition is attached empty and under a lock that an insert does not meet.
create function log.reserve(up_to bigint, width bigint default 10000000) returns integer language plpgsql
-- Rather tried again a minute later than in anybody's way.
set lock_timeout = '2s'
as $$
declare
  made integer := 0;
  next bigint;
  name text;
begin
  -- One node at a time; the others find it done.
  perform pg_advisory_xact_lock(hashtextextended('log.reserve', 0));
  loop
    select coalesce(max(substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''(\d+)''\)')::bigint), 1)
      into next
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'log.event'::regclass;
    exit when next > up_to;
    name := format('log.event_from_%s', next);
    execute format('create table %s (like log.event including all)', name);
    execute format('create unique index on %s (stream_id, version)', name);
    perform log.guard(name);
    execute format('alter table log.event attach partition %s for values from (%s) to (%s)', name, next, next + width);
    made := made + 1;
  end loop;
  return made;
end;
$$;

select log.reserve(1);

-- ------------------------------------------------------------------------------------------------------------------
-- Appends the events of a group of requests in one round trip and one transaction. A request is one unit of work: all
-- of it is appended or nothing. Answers with the positions of what was appended, in the order of the events, the instant
-- of all of them, and the places of the heads because of which requests were left out.
--
-- All of it comes as parallel arrays. A head is a stream that a request depends upon: the expected version is the one
-- that it was decided upon, null where the stream must not exist yet; a head that gets no events is only asserted. An
-- event names its head by its place, and comes in the order in which it happened; claims, and the outcomes of idempotency
-- keys, name the event that takes or releases them, or that is the last of its request, by its place. Within a group a
-- stream is written by one request and then asserted by no other, and a claim or a key belongs to one.
--
-- Locks are taken in one order everywhere, so that appends never deadlock: heads that exist by stream id, those that begin
-- by stream id, claims by kind and key, outcomes by caller and key, and then the events.
--
-- Whoever lost a race for a head is left out and the rest appended. What comes to light later is an error, upon which
-- nothing has been appended and no position drawn; the caller sends the group again without the request it names.
--
-- Errors:
--   TR002  a stream to be created exists already                      detail: place of the head
--   TR004  a claim is taken                                           detail: place of the claim
--   TR005  the caller has used this idempotency key before            detail: place of the outcome
create function log.append(
  head_requests     integer[],
  stream_ids        uuid[],
  expected_versions bigint[],
  event_counts      integer[],
  aggregate_types   text[],
  edition_ids       uuid[],
  event_heads       integer[],
  event_versions    bigint[],
  event_types       smallint[],
  payloads          bytea[],
  metadatas         bytea[],
  event_ids         uuid[],
  claim_events      integer[],
  claim_kinds       text[],
  claim_keys        text[],
  claim_releases    boolean[],
  outcome_events    integer[],
  callers           text[],
  idempotency_keys  text[],
  request_digests   bytea[],
  resource_ids      uuid[],
  resource_versions bigint[],
  out positions     bigint[],
  out appended_at   timestamptz,
  out lost_heads    integer[]
)
language plpgsql
-- The tables are looked into by key, however small they were when the plan was made.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
declare
  lost_requests integer[] := '{}';
  begun         bigint;
  kept          bigint;
  culprit       bigint;
  here          record;
begin
  lost_heads := '{}';
  -- The newest version of each: whoever waits here for another append sees what that one has written.
  if array_position(expected_versions, null) is null or cardinality(array_remove(expected_versions, null)) > 0 then
    select coalesce(array_agg(h.place order by h.place), '{}'), coalesce(array_agg(distinct h.request), '{}')
      into lost_heads, lost_requests
      from (select u.id, u.base, u.events, u.request, u.place::integer
              from unnest(stream_ids, expected_versions, event_counts, head_requests)
                   with ordinality as u (id, base, events, request, place)
             where u.base is not null or u.events = 0
             order by u.id, u.events desc) h
      left join lateral (
           select s.version from log.stream s where h.events > 0 and s.stream_id = h.id for no key update) w on true
      left join lateral (
           select s.version from log.stream s where h.events = 0 and s.stream_id = h.id for share) r on true
     where coalesce(w.version, r.version) is distinct from h.base;
    update log.stream s set version = h.base + h.events
      from unnest(stream_ids, expected_versions, event_counts, head_requests) as h (id, base, events, request)
     where s.stream_id = h.id and h.events > 0 and h.base is not null and h.request <> all (lost_requests);
  end if;

  begun := (select count(*) from unnest(expected_versions, event_counts, head_requests) as h (base, events, request)
             where h.base is null and h.events > 0 and h.request <> all (lost_requests));
  if begun > 0 then
    insert into log.stream (stream_id, aggregate_type, edition_id, version)
    select h.id, h.type, h.edition, h.events - 1
      from unnest(stream_ids, expected_versions, event_counts, head_requests, aggregate_types, edition_ids)
           as h (id, base, events, request, type, edition)
     where h.base is null and h.events > 0 and h.request <> all (lost_requests)
     order by h.id
    on conflict do nothing;
    get diagnostics kept = row_count;
    if kept < begun then
      select h.place into culprit
        from unnest(stream_ids, expected_versions, head_requests) with ordinality as h (id, base, request, place)
        join log.stream s on s.stream_id = h.id
       where h.base is null and h.request <> all (lost_requests) and s.xmin <> pg_current_xact_id()::xid
       order by h.place limit 1;
      raise exception 'the stream exists' using errcode = 'TR002', detail = culprit;
    end if;
  end if;

  if claim_events <> '{}' then
    for here in
      select c.place, c.kind, c.key, c.releases, stream_ids[event_heads[c.event]] as stream,
             event_versions[c.event] as version
        from unnest(claim_events, claim_kinds, claim_keys, claim_releases)
             with ordinality as c (event, kind, key, releases, place)
       where head_requests[event_heads[c.event]] <> all (lost_requests)
       order by c.kind collate "C", c.key collate "C", c.event, c.releases desc
    loop
      if here.releases then
        delete from log.claim c where c.kind = here.kind and c.key = here.key and c.stream_id = here.stream;
      else
        insert into log.claim (kind, key, stream_id, version)
             values (here.kind, here.key, here.stream, here.version)
        on conflict do nothing;
        if not found then
          raise exception 'the claim is taken' using errcode = 'TR004', detail = here.place;
        end if;
      end if;
    end loop;
  end if;

  if outcome_events <> '{}' then
    insert into log.outcome (caller, key, request_digest, resource_id, resource_version, last_stream_id, last_version)
    select o.caller, o.key, o.digest, o.resource, o.version, stream_ids[event_heads[o.event]], event_versions[o.event]
      from unnest(outcome_events, callers, idempotency_keys, request_digests, resource_ids, resource_versions)
           as o (event, caller, key, digest, resource, version)
     where head_requests[event_heads[o.event]] <> all (lost_requests)
     order by o.caller collate "C", o.key collate "C"
    on conflict do nothing;
    get diagnostics kept = row_count;
    if kept < cardinality(outcome_events) then
      select o.place into culprit
        from unnest(outcome_events, callers, idempotency_keys) with ordinality as o (event, caller, key, place)
        join log.outcome k on k.caller = o.caller and k.key = o.key
       where head_requests[event_heads[o.event]] <> all (lost_requests) and k.xmin <> pg_current_xact_id()::xid
       order by o.place limit 1;
      if culprit is not null then
        raise exception 'the idempotency key is taken' using errcode = 'TR005', detail = culprit;
      end if;
    end if;
  end if;

  -- Not by the function's own SET clause, which only a superuser could declare.
  perform set_config('tremplin.appending', 'yes', true);
  appended_at := log.now();
  -- Positions are drawn in the order of the events, behind the lock that the insert takes on log.event.
  with stored as (
    insert into log.event (position, stream_id, version, type, payload, metadata, event_id, recorded_at)
    select nextval('log.event_position'), e.stream, e.version, e.type, e.payload, e.metadata, e.id, appended_at
      from (select stream_ids[u.head] as stream, u.version, u.type, u.payload, u.metadata, u.id
              from unnest(event_heads, event_versions, event_types, payloads, metadatas, event_ids)
                   with ordinality as u (head, version, type, payload, metadata, id, place)
             where head_requests[u.head] <> all (lost_requests)
             order by u.place) e
    returning position)
  select coalesce(array_agg(position order by position), '{}') into positions from stored;
  perform set_config('tremplin.appending', 'no', true);
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
