-- Every version that a field of the head of annex 1 ever had (B4), the present one too.
create table nomination_head_history (
    nomination_id text   not null references nomination (id),
    field_id      text   not null,
    version       bigint not null,
    value         text   not null,
    written_at    bigint not null,
    written_by    text   not null,
    primary key (nomination_id, field_id, version)
);
insert into nomination_head_history (nomination_id, field_id, version, value, written_at, written_by)
select nomination_id, field_id, version, value, written_at, written_by from nomination_head;

-- Every order that a list ever had, with what was done to it.
create table nomination_order (
    nomination_id text   not null references nomination (id),
    version       bigint not null,
    verb          text   not null,
    -- the line that it was about, or empty
    line_id       text   not null,
    -- the ids in their order, one on a line, a stub's behind a minus
    lines         text   not null,
    changed_at    bigint not null,
    changed_by    text   not null,
    primary key (nomination_id, version)
);
