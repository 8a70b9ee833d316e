-- A consent to read a mailbox that an administrator is about to give at its provider.
create table mailbox_consent_asked (
    state         bytea primary key,
    mailbox_id    bigint not null references mailbox on delete cascade,
    agent_id      bigint not null references agent,
    provider      text not null check (provider in ('MICROSOFT', 'GOOGLE')),
    tenant        text not null,
    client_id     text not null,
    client_secret bytea,
    verifier      bytea not null,
    asked_at      timestamptz not null
);
comment on column mailbox_consent_asked.state is 'the hash of what the provider sends back, by which the answer is known for ours';
comment on column mailbox_consent_asked.verifier is 'what only we know, encrypted (RFC 7636)';
