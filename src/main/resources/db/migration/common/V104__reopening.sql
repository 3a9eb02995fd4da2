-- The way back of what is non-public (A4): asked for by one person, confirmed by another. The last step is where it stands.
create table reopening_step (
    line_id       text   not null,
    number        bigint not null,
    department_id text   not null,
    kind          text   not null check (kind in ('asked', 'withdrawn', 'refused', 'confirmed', 'begun')),
    reason        text   not null,
    stepped_at    bigint not null,
    stepped_by    text   not null,
    -- the person's name as it stood then
    stepper       text   not null,
    primary key (line_id, number)
);
