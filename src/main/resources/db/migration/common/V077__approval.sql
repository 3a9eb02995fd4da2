-- The list before the approver (B16): exactly that content, by its digest. The last step is where it stands.
create table approval_step (
    nomination_id text   not null references nomination (id),
    number        bigint not null,
    kind          text   not null check (kind in ('submitted', 'taken-back', 'sent-back', 'signed')),
    digest        text   not null,
    note          text   not null,
    stepped_at    bigint not null,
    stepped_by    text   not null,
    -- the person's name as it stood then
    stepper       text   not null,
    primary key (nomination_id, number)
);

-- Whether a department wants two people, one who drafts and one who approves. The newest counts.
create table two_people (
    department_id text   not null,
    number        bigint not null,
    wanted        bigint not null check (wanted in (0, 1)),
    set_at        bigint not null,
    set_by        text   not null,
    primary key (department_id, number)
);
