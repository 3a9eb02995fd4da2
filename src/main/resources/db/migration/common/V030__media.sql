-- Files that were handed in, uploads on their way, and copies made from files. Times are epoch milliseconds.

create table media_file (
    id            text   primary key,
    sha256        text   not null,
    size          bigint not null,
    original_name text   not null,
    uploaded_by   text   not null,
    at            bigint not null,
    facts_json    text   not null,
    deep_at       bigint,
    deep_fault    text
);
create index media_file_by_sha256 on media_file (sha256);

-- How many bytes have arrived is the length of the file on disk and never stands here.
create table upload (
    id              text   primary key,
    account         text   not null,
    slot            text   not null,
    original_name   text   not null,
    metadata        text   not null,
    size            bigint not null,
    created_at      bigint not null,
    expires_at      bigint not null,
    unverified_from bigint,
    sha256          text,
    file            text references media_file (id),
    refusal_zh      text,
    refusal_en      text
);
create index upload_by_expiry on upload (expires_at);
create index upload_by_file on upload (file);

-- A copy belongs to the content it was made from, not to one handing in.
create table derivative (
    sha256 text   not null,
    kind   text   not null,
    size   bigint not null,
    at     bigint not null,
    primary key (sha256, kind)
);
