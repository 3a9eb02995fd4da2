-- A department's letter of recommendation (B26), one row a field that was ever written, and every version of each.
create table recommendation (
    department_id text   not null,
    call_id       text   not null,
    field_id      text   not null,
    value         text   not null,
    version       bigint not null,
    written_at    bigint not null,
    primary key (department_id, call_id, field_id)
);

create table recommendation_history (
    department_id text   not null,
    call_id       text   not null,
    field_id      text   not null,
    version       bigint not null,
    value         text   not null,
    written_at    bigint not null,
    written_by    text   not null,
    primary key (department_id, call_id, field_id, version)
);
