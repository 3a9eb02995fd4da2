-- The way between unit and department may lead through a middle body (B16, B19): sent there, passed on by it, returned by it, or taken over by the
-- department. Both engines change a check by a new table.
create table handover_through (
    achievement_id text   not null references achievement (id),
    step           bigint not null,
    kind           text   not null check (kind in ('sent', 'passed', 'taken-over', 'handed', 'taken-back', 'returned')),
    -- why it was returned; what the middle body wrote when it passed it on; what the department wrote when it took it over
    reason         text   not null,
    stepped_at     bigint not null,
    stepped_by     text   not null,
    -- what a return asks to correct: field ids of the call and codes of slots, one on each line
    places         text   not null default '',
    -- ISO day, the last on which it may come back; empty for none
    until          text   not null default '',
    -- the middle body that it was sent to, that passed it on or returned it, or from which it was taken over; empty where there was none
    middle         text   not null default '',
    primary key (achievement_id, step)
);
insert into handover_through (achievement_id, step, kind, reason, stepped_at, stepped_by, places, until)
select achievement_id, step, kind, reason, stepped_at, stepped_by, places, until from handover;
drop table handover;
alter table handover_through rename to handover;
