-- A provider (OpenID Connect) that says who somebody is.

create table oidc_provider (
    one           boolean primary key default true check (one),
    active        boolean not null,
    name          text not null check (name <> ''),
    issuer        text not null check (issuer <> ''),
    client_id     text not null check (client_id <> ''),
    -- encrypted: see docs/settings.md
    client_secret bytea,
    new_role_id   bigint references role on delete set null,
    -- where it takes log-ins and hands out tokens, as it told us itself
    authorization_endpoint text not null default '',
    token_endpoint         text not null default '',
    check (not active or authorization_endpoint <> '' and token_endpoint <> '')
);
comment on column oidc_provider.new_role_id is 'what agents get who are made at their first log-in; null if none are made';

create table oidc_subject (
    issuer     text not null,
    subject    text not null,
    account_id bigint not null references account on delete cascade,
    made       boolean not null,
    primary key (issuer, subject)
);
comment on table oidc_subject is 'by which word of the provider each account is known: addresses change hands, these do not';
comment on column oidc_subject.made is 'whether the account was made for whoever came: it has no password here, and gets none by mail';
create index oidc_subject_account on oidc_subject (account_id);
