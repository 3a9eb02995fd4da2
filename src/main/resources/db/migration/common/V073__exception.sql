-- A unit or a department asks to pass one rule for one item (B24). What is asked stands here as it was found when it was asked.
create table exception_request (
    id             text   primary key,
    call_id        text   not null,
    department_id  text   not null,
    -- empty where the department itself asks
    unit_id        text   not null,
    -- empty where it is about the nomination
    achievement_id text   not null,
    rule           text   not null,
    -- as exceptions[] of nomination.json names it
    item           text   not null,
    -- the achievement's, only where that is public
    name           text   not null,
    finding_zh     text   not null,
    finding_en     text   not null,
    facts          text   not null,
    reason         text   not null,
    asked_at       bigint not null,
    asked_by       text   not null
);
create index exception_request_by_department on exception_request (department_id, call_id);
create table exception_grant (
    id             text   primary key,
    call_id        text   not null,
    department_id  text   not null,
    -- empty where it is about the nomination
    achievement_id text   not null,
    rule           text   not null,
    item           text   not null,
    reason         text   not null,
    granted_at     bigint not null,
    granted_by     text   not null
);
create index exception_grant_by_department on exception_grant (department_id, call_id);
-- One answer to each: a grant, or a refusal with a word.
create table exception_answer (
    request_id  text   primary key,
    -- empty for a refusal
    grant_id    text   not null,
    word        text   not null,
    answered_at bigint not null,
    answered_by text   not null
);
-- Revoking is a fact of its own; what was signed off under it stays as it was signed.
create table exception_revocation (
    grant_id   text   primary key,
    reason     text   not null,
    revoked_at bigint not null,
    revoked_by text   not null
);
