create table ${schema}.credit_statement (
  credit_grant   uuid primary key,
  pool           uuid not null,
  edition        uuid not null,
  partner        uuid not null,
  partner_name   text collate "C",
  participation  uuid not null,
  startup        uuid not null,
  startup_name   text collate "C",
  unit           text collate "C" not null,
  scope          text collate "C" not null,
  residency      text collate "C" not null,
  start          timestamptz not null,
  expiry         timestamptz not null,
  allocated      numeric not null,
  consumed       numeric not null,
  expired        numeric not null,
  balance        numeric not null,
  usage_records  integer not null,
  version        bigint not null,
  last_position  bigint not null
);

create index on ${schema}.credit_statement (edition);
create index on ${schema}.credit_statement (pool);
create index on ${schema}.credit_statement (partner);
create index on ${schema}.credit_statement (startup);

create table ${schema}.credit_pools (
  pool           uuid primary key,
  edition        uuid not null,
  pledge         uuid not null,
  partner        uuid not null,
  partner_name   text collate "C",
  state          text collate "C" not null,
  unit           text collate "C" not null,
  scope          text collate "C" not null,
  residency      text collate "C" not null,
  valid_from     timestamptz not null,
  valid_until    timestamptz not null,
  pledged        numeric not null,
  allocated      numeric not null,
  available      numeric not null,
  grants         integer not null,
  consumed       numeric not null,
  expired        numeric not null,
  version        bigint not null,
  last_position  bigint not null
);

create index on ${schema}.credit_pools (edition);
create index on ${schema}.credit_pools (partner);

create table ${schema}.credit_postings (
  position       bigint not null,
  line           integer not null,
  cause          text collate "C" not null,
  account_kind   text collate "C" not null,
  account_owner  uuid not null,
  amount         numeric not null,
  unit           text collate "C" not null,
  edition        uuid not null,
  pool           uuid not null,
  credit_grant   uuid,
  recorded_at    timestamptz not null,
  primary key (position, line)
);

create index on ${schema}.credit_postings (account_owner);
create index on ${schema}.credit_postings (pool);
create index on ${schema}.credit_postings (credit_grant);

create table ${schema}.partner (
  partner  uuid primary key,
  name     text collate "C" not null
);

create table ${schema}.startup (
  startup  uuid primary key,
  name     text collate "C" not null
);
