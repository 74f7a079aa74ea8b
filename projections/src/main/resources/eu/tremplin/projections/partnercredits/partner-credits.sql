create table ${schema}.partner_credits (
  edition        uuid not null,
  partner        uuid not null,
  partner_name   text collate "C",
  unit           text collate "C" not null,
  pledged        numeric not null,
  suspended      numeric not null,
  pooled         numeric not null,
  granted        numeric not null,
  used           numeric not null,
  expired        numeric not null,
  available      numeric not null,
  remaining      numeric not null,
  last_position  bigint not null,
  primary key (edition, partner, unit)
);

create index on ${schema}.partner_credits (partner);

create table ${schema}.partner (
  partner  uuid primary key,
  name     text collate "C" not null
);

create table ${schema}.pledge (
  pledge    uuid primary key,
  edition   uuid not null,
  partner   uuid not null,
  amount    numeric not null,
  unit      text collate "C" not null,
  standing  text collate "C" not null
);

create table ${schema}.credit_grant (
  credit_grant  uuid primary key,
  edition       uuid not null,
  partner       uuid not null
);
