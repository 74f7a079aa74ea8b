create schema vault;

comment on schema vault is 'Keys to personal text, themselves wrapped by a key that is not in the database.';

create table vault.person_key (
    person uuid primary key,
    wrapped bytea not null,
    created_at timestamptz not null default clock_timestamp()
);

comment on table vault.person_key is 'One key per person; without its row everything written about the person is unreadable.';

-- What the wrapping key makes of a known text: enough to know the key again, too little to learn it.
create table vault.master_key (
    singleton boolean primary key default true check (singleton),
    known_text bytea not null,
    known_digest bytea not null,
    since timestamptz not null default clock_timestamp()
);
