create table ${schema}.due (
  due            uuid primary key,
  edition        uuid not null,
  kind           text collate "C" not null,
  subject        uuid not null,
  startup        uuid,
  startup_name   text collate "C",
  label          text collate "C",
  due_at         timestamptz not null,
  last_position  bigint not null
);

create index on ${schema}.due (edition, due_at);
create index on ${schema}.due (subject);
create index on ${schema}.due (due_at);

create table ${schema}.zone (
  edition  uuid primary key,
  zone     text collate "C" not null
);

create table ${schema}.application (
  application  uuid primary key,
  edition      uuid not null,
  startup      uuid not null
);

create table ${schema}.participation (
  participation  uuid primary key,
  edition        uuid not null,
  startup        uuid not null
);

create table ${schema}.balance (
  credit_grant  uuid primary key,
  balance       numeric not null,
  unit          text collate "C" not null
);

create table ${schema}.startup (
  startup  uuid primary key,
  name     text collate "C" not null
);
