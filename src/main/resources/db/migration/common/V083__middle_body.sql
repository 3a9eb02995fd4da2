-- A level between a department and some of its units: a city bureau, a parent body (B7, B16).
create table middle_body (
    id         text    not null primary key,
    department text    not null references department (id),
    name       text    not null,
    -- whether its people may add units of their own and invite their people
    invites    boolean not null,
    created_at bigint  not null,
    -- since when nothing goes through it any more
    closed_at  bigint,
    version    int     not null
);
create index middle_body_by_department on middle_body (department);

alter table unit add column middle text references middle_body (id);
alter table account add column middle text references middle_body (id);
create index unit_by_middle on unit (middle);
create index account_by_middle on account (middle);

-- What was only a word beside the unit becomes a body without people. SQL that runs on both engines makes no UUID: each body takes that of its first unit.
insert into middle_body (id, department, name, invites, created_at, version)
select min(id), department, through, false, min(created_at), 1 from unit where through <> '' group by department, through;
update unit set middle = (select b.id from middle_body b where b.department = unit.department and b.name = unit.through) where through <> '';
alter table unit drop column through;
