-- What the open server sends to the restricted one (C1): each ferry with the sign-offs that it carries, so that none is forgotten and none goes twice.
create table ferry (
    id         text   primary key,
    call_id    text   not null,
    number     bigint not null,
    -- bytes
    capacity   bigint not null,
    started_at bigint not null,
    started_by text   not null,
    unique (call_id, number)
);
create table ferry_nomination (
    ferry_id    text not null references ferry (id),
    revision_id text not null,
    primary key (ferry_id, revision_id)
);
create index ferry_nomination_by_revision on ferry_nomination (revision_id);

-- The images of one sign-off, made before it is known on which disc they go.
create table ferry_image (
    ferry_id    text   not null references ferry (id),
    revision_id text   not null,
    number      bigint not null,
    of          bigint not null,
    file_name   text   not null,
    size        bigint not null,
    sha256      text   not null,
    primary key (ferry_id, revision_id, number)
);

-- The discs that are complete; list is the digest of what they say is on the ferry.
create table ferry_disc (
    ferry_id   text   not null references ferry (id),
    number     bigint not null,
    of         bigint not null,
    file_name  text   not null,
    size       bigint not null,
    sha256     text   not null,
    list       text   not null,
    written_at bigint not null,
    primary key (ferry_id, number)
);
create table ferry_end (
    ferry_id text   primary key references ferry (id),
    ended_at bigint not null
);

-- On the restricted server: which discs of which ferry came.
create table ferry_come (
    call_id  text   not null,
    ferry_id text   not null,
    number   bigint not null,
    disc     bigint not null,
    discs    bigint not null,
    signer   text   not null,
    came_at  bigint not null,
    primary key (ferry_id, disc)
);
