-- How far each reaction has followed the log, and which node runs it.

create schema reactions;

create table reactions.token (
  processor_name text collate "C" not null,
  segment        integer not null,
  token          bytea,
  token_type     text,
  timestamp      text,
  owner          text,
  primary key (processor_name, segment)
);
