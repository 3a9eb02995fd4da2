-- A department hands the call on to its units, with a word and a day of its own (B26). The newest counts; what was said before stays.
create table forwarding (
    call_id       text   not null,
    department_id text   not null,
    number        bigint not null,
    -- ISO day, the last on which units may hand over; empty for the call's own
    until         text   not null,
    note          text   not null,
    forwarded_at  bigint not null,
    forwarded_by  text   not null,
    primary key (call_id, department_id, number)
);
