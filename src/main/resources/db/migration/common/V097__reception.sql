-- Parcels as they came (A12, A13). A parcel is never changed: one that was noted by mistake is withdrawn.
create table reception_parcel (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    channel       text   not null check (channel in ('courier', 'post', 'hand', 'prescribed')),
    number        text   not null,
    -- ISO day of the postmark; empty where nobody could read one
    dispatched    text   not null,
    -- ISO day, and HH:mm or empty
    arrived       text   not null,
    arrived_time  text   not null,
    remark        text   not null,
    noted_at      bigint not null,
    noted_by      text   not null
);
create index reception_parcel_by_department on reception_parcel (call_id, department_id);

create table reception_parcel_withdrawal (
    parcel_id    text   primary key,
    reason       text   not null,
    withdrawn_at bigint not null,
    withdrawn_by text   not null
);

-- What was found in them, item by item; of each the last step counts, the others stay.
create table reception_step (
    department_id  text   not null,
    call_id        text   not null,
    part           text   not null check (part in ('open', 'prescribed')),
    kind           text   not null check (kind in ('letter', 'summary', 'statement', 'board-form', 'stamp', 'opinions', 'disc')),
    -- whose paper it is; empty for the papers of the nomination, and for what came before the electronic half
    achievement_id text   not null default '',
    -- a disc's number; 0 for papers
    disc           bigint not null default 0,
    number         bigint not null,
    state          text   not null check (state in ('here', 'missing', 'differs', 'unreadable', 'excepted', 'withdrawn')),
    way            text   not null check (way in ('hand', 'scan', 'disc')),
    parcel_id      text,
    note           text   not null,
    -- where a disc lies
    shelf          text   not null,
    -- the disc as it was taken in
    disc_id        text,
    stepped_at     bigint not null,
    stepped_by     text   not null,
    primary key (department_id, call_id, part, kind, achievement_id, disc, number)
);
create index reception_step_by_achievement on reception_step (achievement_id);
