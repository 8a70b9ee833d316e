-- Log-in to a mailbox by a token (OAuth2) instead of a password: what its provider was told to let us in for, and the
-- token of the day. Everything secret is encrypted like the passwords.
create table mailbox_consent (
    mailbox_id    bigint primary key references mailbox on delete cascade,
    provider      text not null check (provider in ('MICROSOFT', 'GOOGLE')),
    tenant        text not null default '',
    client_id     text not null check (client_id <> ''),
    client_secret bytea,
    refresh_token bytea not null,
    access_token  bytea,
    access_until  timestamptz,
    check ((access_token is null) = (access_until is null))
);
comment on column mailbox_consent.tenant is 'whose directory, with Microsoft';
comment on column mailbox_consent.client_secret is 'null for a program that needs none';
