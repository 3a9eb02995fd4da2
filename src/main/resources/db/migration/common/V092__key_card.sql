-- Cards to which discs are sealed (C2). The newest of an owner is in force unless it was withdrawn; the others stay, since older discs were sealed to them.
create table key_card (
    -- over both keys; a card belongs to one owner, for good
    fingerprint text   not null primary key,
    -- a department's id, or 'organizer'
    owner       text   not null,
    number      bigint not null,
    -- as its holder gave it away, on one line
    card        text   not null,
    put_at      bigint not null,
    put_by      text   not null,
    unique (owner, number)
);
create table key_card_withdrawal (
    fingerprint  text   not null primary key references key_card (fingerprint),
    withdrawn_at bigint not null,
    withdrawn_by text   not null
);
