-- The sealed discs of what is not public in a sign-off, made at a department's desk: to whom, and signed by whose key, or by none (C2).
create table sealed_image (
    revision_id text not null,
    number int not null,
    of int not null,
    file_name text not null,
    size bigint not null,
    sha256 text not null,
    addressee text not null,
    signer text not null,
    written_at bigint not null,
    primary key (revision_id, number)
);
