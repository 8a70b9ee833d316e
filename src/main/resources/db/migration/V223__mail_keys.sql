-- The keys of the house that open mails to it.
create table mail_key (
    id          bigint generated always as identity primary key,
    kind        text        not null check (kind in ('smime', 'openpgp')),
    addresses   text[]      not null,
    fingerprint text        not null unique,
    numbers     bigint[]    not null default '{}',
    certificate bytea       not null,
    secret      bytea       not null,
    until       timestamptz,
    added_at    timestamptz not null,
    used_at     timestamptz,
    valid       boolean     not null default true,
    version     int         not null default 0
);
comment on column mail_key.numbers is 'of OpenPGP: the key IDs by which mails say for whom they are';
comment on column mail_key.certificate is 'what anybody may have: an X.509 certificate, or the public keys of OpenPGP';
comment on column mail_key.secret is 'the private part, encrypted as all secrets are; its password is not kept';
comment on column mail_key.until is 'when it ends; null if it does not';
