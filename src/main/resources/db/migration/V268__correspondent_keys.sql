-- The public keys of those to whom we write: learned from what they signed, or brought by administrators.
create table correspondent_key (
    id            bigint generated always as identity primary key,
    kind          text        not null check (kind in ('smime', 'openpgp')),
    address       text        not null check (address = lower(address)),
    name          text        not null,
    fingerprint   text        not null,
    numbers       bigint[]    not null default '{}',
    certificate   bytea       not null,
    since         timestamptz not null,
    until         timestamptz,
    authenticated boolean     not null default false,
    learned       boolean     not null,
    added_at      timestamptz not null,
    valid         boolean     not null default true,
    version       int         not null default 0,
    unique (address, fingerprint)
);
create index correspondent_key_numbers on correspondent_key using gin (numbers);
comment on table correspondent_key is 'one row for each address for which a key is used';
comment on column correspondent_key.name is 'whom the key names; may be empty';
comment on column correspondent_key.numbers is 'of OpenPGP: the key IDs by which signatures say by whom they are';
comment on column correspondent_key.certificate is 'an X.509 certificate, or the public keys of OpenPGP';
comment on column correspondent_key.until is 'when it ends; null if it does not';
comment on column correspondent_key.authenticated is 'of S/MIME: whether its owner reads AES-GCM';
comment on column correspondent_key.learned is 'from a signed mail; else an administrator brought it';
