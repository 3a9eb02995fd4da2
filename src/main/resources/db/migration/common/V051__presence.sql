-- Who has an achievement open just now (B4). No history: a row says where a person was seen last, by the system clock in epoch milliseconds.
create table presence (
    achievement_id text   not null references achievement (id) on delete cascade,
    account        text   not null,
    -- the unit whose people see each other, empty for the department's
    side           text   not null,
    -- the field with the cursor, empty for none
    field_id       text   not null,
    seen_at        bigint not null,
    primary key (achievement_id, account)
);
create index presence_by_age on presence (seen_at);
