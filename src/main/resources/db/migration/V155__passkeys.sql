-- Passkeys (WebAuthn): a key that stays on the person's device; the house keeps the public half.

-- What a device knows a person by: it says nothing of who that is.
alter table account add column handle uuid not null unique default gen_random_uuid();

create table passkey (
    id            bigint generated always as identity primary key,
    account_id    bigint not null references account on delete cascade,
    name          text not null check (name <> ''),
    credential_id bytea not null unique,
    -- make of the device, number of the key and public key, as the device said them (attested credential data)
    credential    bytea not null,
    sign_count    bigint not null check (sign_count >= 0),
    syncable      boolean not null,
    created_at    timestamptz not null,
    used_at       timestamptz
);
comment on column passkey.syncable is 'whether the device’s maker may keep a copy for its owner (backup eligible); it never changes';
comment on column passkey.sign_count is 'how often the device says that it has signed; a number that does not grow betrays a copy';
create index passkey_account on passkey (account_id);

create table passkey_challenge (
    challenge_hash bytea primary key,
    account_id     bigint references account on delete cascade,
    name           text,
    expires_at     timestamptz not null,
    check ((account_id is null) = (name is null))
);
comment on table passkey_challenge is 'what a device is to sign, once: to make a passkey for an account, or to show any that is known';
create index passkey_challenge_account on passkey_challenge (account_id);

-- Codes on paper stand in for whatever is lost, an app or a device.
alter table recovery_code drop constraint recovery_code_account_id_fkey;
alter table recovery_code add foreign key (account_id) references account on delete cascade;
