-- A department's ranked list (A3), its sign-off and what was frozen by it (B8, B17). Ids are UUIDs as text, times epoch milliseconds.

create table nomination (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    -- counts every change of the list, so that of two people who move lines one is told
    version       bigint not null,
    created_at    bigint not null,
    created_by    text   not null,
    unique (call_id, department_id)
);

-- The lines of the list as they stand; a stub is an achievement of which only rank and 非公开 may be known here (A4).
create table nomination_line (
    nomination_id text   not null references nomination (id),
    line_id       text   not null,
    place         bigint not null,
    stub          bigint not null check (stub in (0, 1)),
    primary key (nomination_id, line_id)
);
create index nomination_line_by_id on nomination_line (line_id);

-- The head of the summary table (A11), one row a field.
create table nomination_head (
    nomination_id text   not null references nomination (id),
    field_id      text   not null,
    value         text   not null,
    version       bigint not null,
    written_at    bigint not null,
    written_by    text   not null,
    primary key (nomination_id, field_id)
);

-- The overview film (A10); the newest that was not taken away counts.
create table overview_video (
    id            text   primary key,
    nomination_id text   not null references nomination (id),
    file_id       text   not null,
    disclosure    text   not null,
    added_at      bigint not null,
    added_by      text   not null,
    removed_at    bigint,
    removed_by    text
);
create index overview_video_by_nomination on overview_video (nomination_id);

-- What was signed off: the whole content, never changed.
create table nomination_revision (
    id            text   primary key,
    nomination_id text   not null references nomination (id),
    number        bigint not null,
    receipt       text   not null unique,
    digest        text   not null,
    content       text   not null,
    -- head of the audit trail at that moment, printed on the receipt so that a cut tail is seen
    trail         text   not null,
    signed_at     bigint not null,
    signed_by     text   not null,
    signer        text   not null,
    unique (nomination_id, number)
);

create table revision_file (
    revision_id   text   not null references nomination_revision (id),
    path          text   not null,
    file_id       text   not null,
    primary key (revision_id, path)
);
create index revision_file_by_file on revision_file (file_id);

-- At sign-off, for each achievement: that it holds no state secret (B26).
create table declaration (
    revision_id   text   not null references nomination_revision (id),
    line_id       text   not null,
    declared_at   bigint not null,
    declared_by   text   not null,
    primary key (revision_id, line_id)
);

create table withdrawal (
    revision_id   text   primary key references nomination_revision (id),
    reason        text   not null,
    withdrawn_at  bigint not null,
    withdrawn_by  text   not null
);

-- A disc image made of a revision.
create table disc_image (
    id            text   primary key,
    revision_id   text   not null references nomination_revision (id),
    number        bigint not null,
    of            bigint not null,
    file_name     text   not null,
    size          bigint not null,
    sha256        text   not null,
    written_at    bigint not null
);
create index disc_image_by_revision on disc_image (revision_id);
