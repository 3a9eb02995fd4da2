-- Who has read that the organizer gave a department more time or an exception, or took one back (B18, B24).
create table decision_reading (
    -- of the permit or the exception
    decision_id text   not null,
    -- permit, permit-back, exception or exception-back
    kind        text   not null,
    account     text   not null,
    read_at     bigint not null,
    primary key (decision_id, kind, account)
);
-- An outage for which no time is to be granted, and why (B18).
create table outage_closing (
    outage_id text   primary key,
    reason    text   not null,
    closed_at bigint not null,
    closed_by text   not null
);
-- the menu of each person who may ask counts the answers to his questions
create index question_by_asker on question (asked_by, call_id);
