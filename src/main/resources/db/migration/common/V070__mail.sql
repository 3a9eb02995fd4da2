-- Letters to people by e-mail. Ids are UUIDs as text, times epoch milliseconds by the business clock.
create table letter (
    id            text   primary key,
    kind          text   not null,
    -- the recipient's account, absent for an address of no account
    account       text,
    name          text   not null,
    address       text   not null,
    -- in which languages it is written, the first one first
    lang          text   not null,
    subject       text   not null,
    -- with a sign in the place of a secret link, which is never kept
    body          text   not null,
    -- what the link leads to, as invitation:ID; empty for a letter without one
    reference     text   not null,
    department_id text,
    message_id    text   not null unique,
    put_at        bigint not null,
    put_by        text   not null
);
create index letter_by_time on letter (put_at);
create index letter_by_reference on letter (reference);
create index letter_by_department on letter (department_id);

-- What happened to a letter; the fact with the highest number is where it stands.
create table letter_fact (
    letter_id     text   not null references letter (id),
    number        bigint not null,
    kind          text   not null check (kind in ('put', 'again', 'begun', 'accepted', 'deferred', 'unreachable', 'refused', 'doubtful', 'gone', 'withdrawn', 'by-hand')),
    noted_at      bigint not null,
    noted_by      text   not null,
    -- the mail server's answer, or why there was none
    word          text   not null,
    primary key (letter_id, number)
);
