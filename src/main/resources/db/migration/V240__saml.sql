-- Providers that say by SAML 2 who somebody is.

create table saml_provider (
    audience     text primary key check (audience in ('desk', 'portal')),
    active       boolean not null,
    name         text not null check (name <> ''),
    entity_id    text not null,
    address      text not null,
    certificates text not null,
    login        text not null,
    email        text not null,
    first_name   text not null,
    last_name    text not null,
    groups       text not null,
    new_role_id  bigint references role on delete set null,
    -- encrypted: see docs/settings.md
    our_key         bytea not null,
    our_certificate text not null,
    check (not active or entity_id <> '' and address <> '' and certificates <> '')
);
comment on column saml_provider.audience is 'whom it brings: agents, or customer users';
comment on column saml_provider.certificates is 'of the keys with which it may sign, old and new ones';
comment on column saml_provider.login is 'the attribute that says so, as the ones below; empty for none';

create table saml_role (
    role_id    bigint primary key references role on delete cascade,
    group_name text not null check (group_name <> '')
);
comment on table saml_role is 'roles that agents hold as long as the provider counts them to a group';

create table saml_domain (
    domain      text primary key check (domain = lower(domain) and domain <> ''),
    customer_id bigint not null references customer on delete cascade
);
comment on table saml_domain is 'whose people are entered as customer users when the portal''s provider brings them, by the domain of their address';
create index saml_domain_customer on saml_domain (customer_id);

create table saml_request (
    id       text primary key,
    browser  bytea not null unique,
    audience text not null check (audience in ('desk', 'portal')),
    anew     boolean not null,
    target   text not null,
    until    timestamptz not null,
    arrival  bytea,
    receipt  bytea
);
comment on table saml_request is 'who is away at a provider, until the same browser is back';
comment on column saml_request.browser is 'the hash of what that browser keeps meanwhile';
comment on column saml_request.arrival is 'who was vouched for, encrypted; null until the provider has answered';
comment on column saml_request.receipt is 'the hash of what the browser was handed that brought the answer: it must be the one that left';
create index saml_request_until on saml_request (until);

create table saml_assertion (
    hash  bytea primary key,
    until timestamptz not null
);
comment on table saml_assertion is 'what has opened the door once, and does so no second time as long as it holds';
create index saml_assertion_until on saml_assertion (until);
