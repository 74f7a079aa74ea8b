create schema access;

comment on schema access is 'Who may act, and what they were refused or looked at.';

create table access.users (
    name text collate "C" primary key check (name ~ '^[a-z][a-z0-9._-]{1,62}$'),
    person uuid not null unique,
    password_hash text not null,
    roles text[] not null check (cardinality(roles) > 0),
    partner uuid,
    created_by text not null,
    created_at timestamptz not null default log.now(),
    changed_at timestamptz not null default log.now(),
    deactivated_at timestamptz,
    check (('PT' = any (roles)) = (partner is not null))
);

comment on column access.users.roles is 'Marks such as PM and CH; docs name them.';
comment on column access.users.partner is 'For which partner a user of role PT acts.';

create table access.access_log (
    id bigint generated always as identity primary key,
    at timestamptz not null default log.now(),
    actor text not null,
    on_behalf_of text,
    kind text not null,
    what text not null,
    code text,
    stream uuid,
    edition uuid,
    correlation_id text not null,
    details jsonb not null default '{}'
);

comment on table access.access_log is 'Refusals, reads, exports, failed sign-ins and tokens issued; rows are only ever added.';

create index access_log_by_stream on access.access_log (stream, id) where stream is not null;
create index access_log_by_actor on access.access_log (actor, id);

create function access.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the access log is only ever added to' using errcode = 'restrict_violation';
end
$$;

create trigger access_log_is_append_only
    before update or delete or truncate
    on access.access_log
    for each statement
execute function access.refuse_change();

create schema analysis;

comment on schema analysis is 'The read models as views, for analysts who sign in with the role tremplin_analyst.';
