-- Scan and original of each stamped paper, tracked apart (B16): what became of one of them is a step; the last one counts, the others stay.
create table stamped_step (
    department_id  text   not null,
    call_id        text   not null,
    paper          text   not null check (paper in ('summary', 'letter', 'board-form')),
    -- whose board form it is; empty for the papers of the nomination
    achievement_id text   not null default '',
    side           text   not null check (side in ('scan', 'original')),
    number         bigint not null,
    state          text   not null check (state in ('there', 'here', 'sent', 'excepted', 'withdrawn')),
    -- the scan; null for every other step
    file_id        text,
    -- why it is excepted, a courier's number, a remark
    note           text   not null,
    -- ISO day: when it was stamped or sent, or by when it is to follow; empty for none
    day            text   not null,
    stepped_at     bigint not null,
    stepped_by     text   not null,
    primary key (department_id, call_id, paper, achievement_id, side, number)
);
create index stamped_step_by_file on stamped_step (file_id);
create index stamped_step_by_achievement on stamped_step (achievement_id);

-- What the QR code of a scan says; empty where none could be read.
create table stamped_code (
    file_id text   primary key,
    code    text   not null,
    read_at bigint not null
);
