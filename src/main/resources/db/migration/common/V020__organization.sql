-- Who takes part. Ids are UUIDs as text; instants are epoch milliseconds, days ISO dates.
create table department (
    id         text    not null primary key,
    code       text    not null unique,
    grouping   text    not null,
    valid_from text    not null,
    valid_to   text    not null default '',
    successor  text    not null default '',
    active     boolean not null,
    version    int     not null
);

-- A department is called differently over the years: the newest name that has begun counts.
create table department_name (
    department text not null references department (id),
    since      text not null,
    name_zh    text not null,
    name_en    text not null,
    primary key (department, since)
);

create table unit (
    id         text   not null primary key,
    department text   not null references department (id),
    name       text   not null,
    through    text   not null default '',
    created_at bigint not null,
    closed_at  bigint,
    version    int    not null
);
create index unit_by_department on unit (department);

create table account (
    id          text   not null primary key,
    name        text   not null,
    email       text   not null default '',
    telephone   text   not null default '',
    department  text references department (id),
    unit        text references unit (id),
    created_at  bigint not null,
    created_by  text   not null,
    disabled_at bigint,
    version     int    not null
);
create index account_by_department on account (department);

create table account_role (
    account    text   not null references account (id),
    role       text   not null,
    granted_at bigint not null,
    granted_by text   not null,
    primary key (account, role)
);

-- A link that works once: to choose a user name and a password, or a new password.
create table invitation (
    id         text   not null primary key,
    account    text   not null references account (id),
    purpose    text   not null check (purpose in ('join', 'password')),
    token_hash text   not null unique,
    created_at bigint not null,
    created_by text   not null,
    expires_at bigint not null,
    opened_at  bigint,
    used_at    bigint,
    revoked_at bigint
);
create index invitation_by_account on invitation (account);

-- The one-time code of the first start; its absence or use closes the set-up page.
create table set_up (
    id        int    not null primary key check (id = 1),
    code_hash text   not null,
    made_at   bigint not null,
    used_at   bigint
);

create table credential (
    account       text   not null primary key references account (id),
    username      text   not null,
    username_key  text   not null unique,
    password_hash text   not null,
    password_at   bigint not null,
    totp_secret   text   not null default '',
    totp_at       bigint,
    totp_step     bigint not null default 0
);

create table recovery_code (
    account   text   not null references account (id),
    code_hash text   not null,
    used_at   bigint,
    primary key (account, code_hash)
);

create table session (
    token_hash text    not null primary key,
    id         text    not null unique,
    account    text    not null references account (id),
    created_at bigint  not null,
    seen_at    bigint  not null,
    factor     boolean not null,
    address    text    not null,
    agent      text    not null
);
create index session_by_account on session (account);
create index session_by_age on session (created_at);

-- Failed attempts by account, address or device, under a keyed digest: what people type into a name field may be a password.
create table sign_in_try (
    name     text   not null primary key,
    failures int    not null,
    last_at  bigint not null,
    free_at  bigint not null
);
create index sign_in_try_by_age on sign_in_try (last_at);
