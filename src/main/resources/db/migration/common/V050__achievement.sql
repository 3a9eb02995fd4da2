-- What is filled in for a call (A1 to A11). Ids are UUIDs as text, times epoch milliseconds. Facts are added; what was taken away
-- carries a date and stays (B4).

create table achievement (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    -- absent where the department itself is the exhibiting unit
    unit_id       text,
    -- 'unit' or 'department': whose people fill it in
    filled_by     text   not null check (filled_by in ('unit', 'department')),
    disclosure    text   not null,
    created_at    bigint not null,
    created_by    text   not null
);
create index achievement_by_department on achievement (department_id, call_id);

-- One row a field that was ever written, so that two people on two fields never meet. Which ids exist is the call's word, beside
-- file.<id>.caption and object.<id>.<part>.
create table field (
    achievement_id text   not null references achievement (id),
    field_id       text   not null,
    value          text   not null,
    version        bigint not null,
    written_at     bigint not null,
    written_by     text   not null,
    primary key (achievement_id, field_id)
);

-- Every version that a field ever had, the present one too.
create table field_history (
    achievement_id text   not null references achievement (id),
    field_id       text   not null,
    version        bigint not null,
    value          text   not null,
    written_at     bigint not null,
    written_by     text   not null,
    primary key (achievement_id, field_id, version)
);

create table exhibit_object (
    id             text   primary key,
    achievement_id text   not null references achievement (id),
    added_at       bigint not null,
    added_by       text   not null,
    removed_at     bigint,
    removed_by     text
);
create index exhibit_object_by_achievement on exhibit_object (achievement_id);

create table achievement_file (
    id             text   primary key,
    achievement_id text   not null references achievement (id),
    slot           text   not null check (slot in ('picture', 'video', 'figure', 'attachment', 'photo')),
    -- of an attachment, one of the call's kinds
    kind           text   not null,
    -- of a photo
    object_id      text   references exhibit_object (id),
    file_id        text   not null,
    position       bigint not null,
    added_at       bigint not null,
    added_by       text   not null,
    removed_at     bigint,
    removed_by     text
);
create index achievement_file_by_achievement on achievement_file (achievement_id);
create index achievement_file_by_file on achievement_file (file_id);

-- The way between unit and department (B16, B19); the last step is where it stands.
create table handover (
    achievement_id text   not null references achievement (id),
    step           bigint not null,
    kind           text   not null check (kind in ('handed', 'taken-back', 'returned')),
    reason         text   not null,
    stepped_at     bigint not null,
    stepped_by     text   not null,
    primary key (achievement_id, step)
);
