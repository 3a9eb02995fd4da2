-- What came on discs and was taken in (C1, C3): one row for each set of discs, never changed. What counts of a department is made out of all of them.

create table arrival (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    -- a whole nomination, or a part of one
    whole         bigint not null check (whole in (0, 1)),
    sealed        bigint not null check (sealed in (0, 1)),
    -- written with errors left in it
    draft         bigint not null check (draft in (0, 1)),
    revision      bigint not null,
    -- the nomination's digest, of a part over its achievements alike
    digest        text   not null,
    -- nomination.json as it lay there
    content       text   not null,
    taken_at      bigint not null,
    taken_by      text   not null
);
create index arrival_by_department on arrival (department_id, call_id);

create table arrival_file (
    arrival_id text not null references arrival (id),
    path       text not null,
    file_id    text not null,
    primary key (arrival_id, path)
);
create index arrival_file_by_file on arrival_file (file_id);

-- The discs of a set; the same disc is taken in once, however often it is put into the drive.
create table arrival_disc (
    identity   text   primary key,
    arrival_id text   not null references arrival (id),
    number     bigint not null,
    count      bigint not null,
    -- how the image or folder was called
    name       text   not null
);
create index arrival_disc_by_arrival on arrival_disc (arrival_id);
