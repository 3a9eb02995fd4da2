-- Achievements of sign-offs that hold which are alike (B20). Found again with every sign-off; of a withdrawn one nothing stays. The smaller
-- id, as text, is the one; an achievement that shows a picture twice stands with itself. Times are epoch milliseconds.
create table likeness (
    call_id        text   not null,
    one_id         text   not null,
    other_id       text   not null,
    one_revision   text   not null,
    other_revision text   not null,
    -- in thousandths, for the order
    strength       bigint not null,
    found_at       bigint not null,
    primary key (one_id, other_id)
);
create index likeness_by_strength on likeness (call_id, strength);
create index likeness_by_one_revision on likeness (one_revision);
create index likeness_by_other_revision on likeness (other_revision);

-- In what they are alike, and how much in thousandths; of a picture or a film the two files.
create table likeness_part (
    one_id     text   not null,
    other_id   text   not null,
    number     bigint not null,
    kind       text   not null,
    alike      bigint not null,
    one_file   text,
    other_file text,
    primary key (one_id, other_id, number),
    foreign key (one_id, other_id) references likeness (one_id, other_id) on delete cascade
);

-- What the organizer said about a pair; the last step counts. It outlives the pair, which may come back with the next sign-off.
create table likeness_step (
    one_id     text   not null,
    other_id   text   not null,
    step       bigint not null,
    kind       text   not null check (kind in ('dismissed', 'taken-back')),
    reason     text   not null,
    stepped_at bigint not null,
    stepped_by text   not null,
    primary key (one_id, other_id, step)
);
