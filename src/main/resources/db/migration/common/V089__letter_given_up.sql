-- A letter can be given up (B21): the kinds are a check of the table, which only a new table changes on both engines.
create table letter_fact_new (
    letter_id     text   not null references letter (id),
    number        bigint not null,
    kind          text   not null check (kind in ('put', 'again', 'begun', 'accepted', 'deferred', 'given-up', 'unreachable', 'refused', 'doubtful', 'gone', 'withdrawn', 'by-hand')),
    noted_at      bigint not null,
    noted_by      text   not null,
    -- the mail server's answer, or why there was none
    word          text   not null,
    primary key (letter_id, number)
);
insert into letter_fact_new (letter_id, number, kind, noted_at, noted_by, word) select letter_id, number, kind, noted_at, noted_by, word from letter_fact;
drop table letter_fact;
alter table letter_fact_new rename to letter_fact;
-- the organizer's menu counts the letters that need a person
create index letter_fact_by_kind on letter_fact (kind, letter_id, number);
