-- Taking a permit back is a fact of its own (B18); the permit stays as it was granted.
create table permit_withdrawal (
    permit_id    text   primary key,
    reason       text   not null,
    withdrawn_at bigint not null,
    withdrawn_by text   not null
);
-- A department asks for more time, before or after its end.
create table extension_request (
    id            text   primary key,
    call_id       text   not null,
    department_id text   not null,
    -- ISO day that it wishes for; empty where it leaves that to the organizer
    wanted        text   not null,
    reason        text   not null,
    asked_at      bigint not null,
    asked_by      text   not null
);
create index extension_request_by_department on extension_request (department_id, call_id);
-- One answer to each: a permit, or a refusal with a word.
create table extension_answer (
    request_id  text   primary key,
    -- empty for a refusal
    permit_id   text   not null,
    word        text   not null,
    answered_at bigint not null,
    answered_by text   not null
);
-- The outage for which it was granted; empty for none.
alter table permit add column outage_id text not null default '';
