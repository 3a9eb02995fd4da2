-- What is sent back for correction after the parcel was opened (B19): which items, why, by when.
create table reception_return (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    part          text   not null check (part in ('open', 'prescribed')),
    number        bigint not null,
    reason        text   not null,
    -- ISO day, inclusive
    due           text   not null,
    -- the extension that was granted with it; it makes no parcel timely that was late before
    permit_id     text,
    returned_at   bigint not null,
    returned_by   text   not null,
    unique (call_id, department_id, part, number)
);

-- The receipt for what arrived: frozen as it was on the table, without names, so that nothing of an erased achievement stays.
create table reception_receipt (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    part          text   not null check (part in ('open', 'prescribed')),
    number        bigint not null,
    label         text   not null,
    -- of the sign-off that held; empty for none
    signed        text   not null,
    issued_at     bigint not null,
    issued_by     text   not null,
    unique (call_id, department_id, part, number)
);

-- The lines of both.
create table reception_slip_line (
    slip_id        text   not null,
    position       bigint not null,
    kind           text   not null,
    achievement_id text   not null default '',
    disc           bigint not null default 0,
    rank           bigint not null,
    -- none where nothing was said of it
    state          text   not null,
    note           text   not null,
    primary key (slip_id, position)
);
create index reception_slip_line_by_achievement on reception_slip_line (achievement_id);
