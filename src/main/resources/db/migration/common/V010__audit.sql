-- The trail (B15). A row is written in the transaction of the change; the sealer then gives it its number and its link.
-- Instants are epoch milliseconds: at by the system clock, business_at by the business clock.
create table audit_entry (
    id          text   not null primary key,
    seq         bigint unique,
    at          bigint not null,
    business_at bigint not null,
    actor       text   not null,
    department  text,
    what        text   not null,
    subject     text   not null,
    outcome     text   not null check (outcome in ('done', 'refused')),
    details     text   not null,
    address     text   not null,
    previous    text,
    hash        text
);
create index audit_entry_waiting on audit_entry (at, id) where seq is null;
create index audit_entry_by_time on audit_entry (business_at, id);
create index audit_entry_by_subject on audit_entry (subject);
create index audit_entry_by_actor on audit_entry (actor);

-- How the people of the trail are called: outside the chain, so that a name can be erased.
create table audit_actor (
    id   text not null primary key,
    name text not null
);

-- The key of each record's personal values; destroying it makes their digests meaningless.
create table audit_key (
    subject text not null primary key,
    secret  text not null
);

-- The chain's head, and who may seal at the moment.
create table audit_head (
    id           int    not null primary key check (id = 1),
    seq          bigint not null,
    hash         text   not null,
    sealer       text   not null,
    leased_until bigint not null
);
insert into audit_head (id, seq, hash, sealer, leased_until)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', '', 0);
