-- The lines of each sign-off that holds, with what the organizer's list sorts and searches by (B10). Written with the sign-off, gone with
-- its withdrawal. Of a stub there are rank and disclosure only (A4, C7).

create table received_achievement (
    revision_id     text   not null references nomination_revision (id),
    line_id         text   not null,
    call_id         text   not null,
    department_id   text   not null,
    department_code text   not null,
    place           bigint not null,
    disclosure      text   not null,
    name            text   not null,
    -- orders names as a Chinese dictionary does: no engine's own order knows Chinese
    name_order      text   not null,
    undertaker      text   not null,
    foreign_partner text   not null,
    -- name, unit and partner as a search looks at them
    words           text   not null,
    kind            text   not null,
    kind_order      bigint not null,
    -- several codes as |one|two|, the first of them the main one
    directions      text   not null,
    direction_order bigint not null,
    fields          text   not null,
    exhibit_forms   text   not null,
    form_order      bigint not null,
    primary key (revision_id, line_id)
);
create index received_achievement_in_order on received_achievement (call_id, department_code, place);
