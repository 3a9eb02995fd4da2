-- Sealed discs of an achievement that is about to leave the open network: of which content, to whom, made by whom. They go with the content (A4, C2).
create table turning_disc (
    achievement_id text not null,
    number int not null,
    count int not null,
    name text not null,
    bytes bigint not null,
    digest text not null,
    content text not null,
    addressee text not null,
    made_at bigint not null,
    made_by text not null,
    primary key (achievement_id, number)
);

-- What has left: when, by whom, sealed to which key. No word of it.
create table turning (
    achievement_id text primary key,
    department_id text not null,
    unit_id text not null,
    addressee text not null,
    discs int not null,
    turned_at bigint not null,
    turned_by text not null
);
create index turning_department on turning (department_id);
