-- A disc that was made by hand (B25): its files as they lay there, sorted by people, until it is taken in.
create table hand_made (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    -- the day on which the disc first came, ISO; a second disc that replaces an unreadable one keeps it
    first_day     text   not null,
    begun_at      bigint not null,
    begun_by      text   not null,
    -- could not be read, and was asked for again
    unreadable_at bigint,
    taken_at      bigint,
    taken_by      text
);
create index hand_made_by_call on hand_made (call_id, begun_at);

create table hand_made_file (
    hand_made_id text   not null references hand_made (id),
    number       bigint not null,
    path         text   not null,
    size         bigint not null,
    -- null until its last byte has come
    file_id      text,
    -- of which achievement, 0 for the nomination; empty purpose: nobody has said yet
    place        bigint not null,
    purpose      text   not null,
    -- who has looked and agrees
    looked_at    bigint,
    looked_by    text,
    primary key (hand_made_id, number)
);
create index hand_made_file_by_file on hand_made_file (file_id);
