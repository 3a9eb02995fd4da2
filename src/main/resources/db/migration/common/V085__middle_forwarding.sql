-- A middle body may have a day and a word of its own for its units (B26). The newest counts; what was said before stays.
create table forwarding_through (
    call_id       text   not null,
    department_id text   not null,
    -- the middle body to whose units it speaks; empty for the department's own word to all of them
    middle_id     text   not null default '',
    number        bigint not null,
    -- ISO day, the last on which units may hand over; empty for none of its own
    until         text   not null,
    note          text   not null,
    forwarded_at  bigint not null,
    forwarded_by  text   not null,
    primary key (call_id, department_id, middle_id, number)
);
insert into forwarding_through (call_id, department_id, number, until, note, forwarded_at, forwarded_by)
select call_id, department_id, number, until, note, forwarded_at, forwarded_by from forwarding;
drop table forwarding;
alter table forwarding_through rename to forwarding;
