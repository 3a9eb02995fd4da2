-- The call kits that a desk has gone by: each once, the newest is in force (C1).
create table desk_kit (
    digest text primary key,
    call_id text not null,
    made_at bigint not null,
    organizer_key text not null,
    taken_at bigint not null,
    taken_by text not null
);
