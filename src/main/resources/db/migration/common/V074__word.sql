-- A question to the organizer (B10). The organizer's own, published without having been asked, have no department.
create table question (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    -- empty where the department's people ask
    unit_id       text   not null,
    -- the passage or form of the call that it is about, or empty
    about         text   not null,
    text          text   not null,
    asked_at      bigint not null,
    asked_by      text   not null
);
create index question_by_department on question (department_id, call_id);
-- What the organizer says to it. The newest counts; what was said before stays.
create table question_answer (
    question_id text   not null,
    number      bigint not null,
    -- private, public or withdrawn
    kind        text   not null,
    -- the question as it is published; its own words for a private answer
    wording     text   not null,
    text        text   not null,
    answered_at bigint not null,
    answered_by text   not null,
    primary key (question_id, number)
);
create table question_reading (
    question_id text   not null,
    account     text   not null,
    number      bigint not null,
    read_at     bigint not null,
    primary key (question_id, account, number)
);
-- What the organizer tells everybody, from one day to another.
create table announcement (
    id           text   primary key,
    call_id      text   not null,
    title_zh     text   not null,
    text_zh      text   not null,
    -- empty where there is no English
    title_en     text   not null,
    text_en      text   not null,
    -- ISO days, both inclusive; the last may be empty
    shown_from   text   not null,
    shown_to     text   not null,
    published_at bigint not null,
    published_by text   not null
);
create table announcement_withdrawal (
    announcement_id text   primary key,
    withdrawn_at    bigint not null,
    withdrawn_by    text   not null
);
create table announcement_reading (
    announcement_id text   not null,
    account         text   not null,
    read_at         bigint not null,
    primary key (announcement_id, account)
);
-- When the program last knew that it was there, by the system clock (B18).
create table heartbeat (
    id      text   primary key,
    beat_at bigint not null
);
-- A time in which nobody could work, by the business clock.
create table outage (
    id       text   primary key,
    call_id  text   not null,
    began_at bigint not null,
    ended_at bigint not null,
    -- empty where the program noted it by itself
    reason   text   not null,
    noted_at bigint not null,
    noted_by text   not null
);
