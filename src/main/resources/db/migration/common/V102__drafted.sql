-- What a department's desk made drafts of out of discs (C1): of each achievement, and of the list, which version stands here and what became of it.
create table drafted (
    -- the achievement, or the list
    subject_id    text   primary key,
    call_id       text   not null,
    department_id text   not null,
    -- the digest of what came, by which the same is known again
    came          text   not null,
    -- the digest of what stood here right after: another one now tells that somebody has worked on it
    digest        text   not null,
    drafted_at    bigint not null
);

-- The revision of the list that came before this one somewhere else: its own are counted from there.
alter table nomination add column earlier bigint not null default 0;
