-- Disc images that were sent up and wait to be checked and taken in; the row goes with the image.
create table waiting_disc (
    id      text   primary key,
    file_id text   not null unique,
    name    text   not null,
    size    bigint not null,
    sent_at bigint not null,
    sent_by text   not null
);

-- What doesn't fit together in what came of a department; written anew with each import.
create table arrival_gap (
    call_id       text   not null,
    department_id text   not null,
    number        bigint not null,
    kind          text   not null,
    place         bigint not null,
    about         text   not null,
    other_place   bigint not null,
    primary key (call_id, department_id, number)
);

-- Revisions of nominations that were made out of arrivals, and not signed off on this server.
create table arrival_revision (
    revision_id   text primary key,
    department_id text not null
);
