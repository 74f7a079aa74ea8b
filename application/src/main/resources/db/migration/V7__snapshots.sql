-- Shortcuts to the state of long streams. None of it is the truth: a row that is missing, behind, or made by another
-- version costs time and nothing else, so all of it may be deleted at any moment.

create schema snapshots;

-- One row for each long stream: what its events up to a version have made of it. Bound to the event of that version, so
-- that it is not taken for the state of a log that was restored to an older moment and has gone on otherwise.
create table snapshots.snapshot (
  stream_id   uuid primary key,
  version     bigint not null check (version >= 0),
  event_id    uuid not null,
  fingerprint bytea not null,
  state       bytea not null,
  digest      bytea not null,
  made_at     timestamptz not null default clock_timestamp()
);

comment on column snapshots.snapshot.fingerprint is 'Of all that the state follows from besides the events: a version of'
  ' Tremplin with another one passes the row over, and replaces it.';

-- Keeps a snapshot in the place of the one before. Nodes may race: an older one does not replace a newer one that can
-- be used. Answers whether it was kept.
create function snapshots.keep(
  of_stream      uuid,
  at_version     bigint,
  by_fingerprint bytea,
  its_state      bytea,
  its_digest     bytea
) returns boolean
language plpgsql as $$
begin
  -- What a crash forgets is made again.
  perform set_config('synchronous_commit', 'off', true);
  insert into snapshots.snapshot as kept (stream_id, version, event_id, fingerprint, state, digest)
  select e.stream_id, e.version, e.event_id, by_fingerprint, its_state, its_digest
    from log.event e
   where e.stream_id = of_stream and e.version = at_version
  on conflict (stream_id) do update
     set version = excluded.version, event_id = excluded.event_id, fingerprint = excluded.fingerprint,
         state = excluded.state, digest = excluded.digest, made_at = excluded.made_at
   where kept.version <= excluded.version
      or kept.fingerprint <> excluded.fingerprint
      or not exists (select from log.event e
                      where e.stream_id = kept.stream_id and e.version = kept.version and e.event_id = kept.event_id);
  return found;
end;
$$;
