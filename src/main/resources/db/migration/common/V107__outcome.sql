-- What became of achievements (B29). Where it is decided every decision stands, the last counts; where it came back on a sheet its number is the sheet's.
create table outcome_verdict (
    call_id        text   not null,
    achievement_id text   not null,
    number         bigint not null,
    verdict        text   not null,
    said_at        bigint not null,
    said_by        text   not null,
    primary key (call_id, achievement_id, number)
);

-- A sheet as it leaves the restricted server: made by one person, signed by another.
create table outcome_sheet (
    call_id   text   not null,
    number    bigint not null,
    made_at   bigint not null,
    made_by   text   not null,
    -- the person's name as it stood then
    maker     text   not null,
    signed_at bigint,
    signed_by text,
    signer    text,
    -- put aside: what it says counts as told by no sheet, and its number never comes again
    voided_at bigint,
    voided_by text,
    primary key (call_id, number)
);

create table outcome_line (
    call_id        text   not null,
    number         bigint not null,
    place          bigint not null,
    achievement_id text   not null,
    verdict        text   not null,
    primary key (call_id, number, place)
);

create table outcome_code (
    call_id text   not null,
    number  bigint not null,
    part    bigint not null,
    code    text   not null,
    primary key (call_id, number, part)
);

-- On the open server: codes as they were scanned, and what each says.
create table outcome_scan (
    call_id     text   not null,
    number      bigint not null,
    part        bigint not null,
    parts       bigint not null,
    sheet_at    bigint not null,
    -- the card that proved it
    key_id      text   not null,
    scanned_at  bigint not null,
    scanned_by  text   not null,
    primary key (call_id, number, part)
);

create table outcome_entry (
    call_id        text   not null,
    number         bigint not null,
    part           bigint not null,
    achievement_id text   not null,
    verdict        text   not null,
    primary key (call_id, number, achievement_id)
);

create table outcome_release (
    call_id     text   not null,
    number      bigint not null,
    released_at bigint not null,
    released_by text   not null,
    primary key (call_id, number)
);
