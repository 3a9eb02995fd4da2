-- Pictures found in a Word form that was brought in (B2): kept for a week, so that they can be looked at and put into a slot. What was
-- put there has its place in achievement_file like any upload. Times are epoch milliseconds.
create table pasted_picture (
    id             text   primary key,
    achievement_id text   not null references achievement (id),
    file_id        text   not null,
    brought_at     bigint not null,
    brought_by     text   not null
);
create index pasted_picture_by_achievement on pasted_picture (achievement_id);
create index pasted_picture_by_file on pasted_picture (file_id);
create index pasted_picture_by_time on pasted_picture (brought_at);
