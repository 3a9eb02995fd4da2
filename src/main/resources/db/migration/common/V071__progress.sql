-- The organizer reminds and calls departments (B21). Ids are UUIDs as text, times epoch milliseconds by the business clock.

-- One sending of reminders; its id is made with the preview, so that a second click is the same sending.
create table reminder (
    id            text   primary key,
    call_id       text   not null,
    subject       text   not null,
    sent_at       bigint not null,
    sent_by       text   not null,
    sender        text   not null
);

create table reminder_to (
    reminder_id   text   not null references reminder (id),
    department_id text   not null,
    letters       bigint not null,
    primary key (reminder_id, department_id)
);
create index reminder_to_by_department on reminder_to (department_id);

create table phone_call (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    called_at     bigint not null,
    called_by     text   not null,
    caller        text   not null,
    note          text   not null
);
create index phone_call_by_department on phone_call (department_id, call_id);
