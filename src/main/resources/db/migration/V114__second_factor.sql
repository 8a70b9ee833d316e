-- A second factor beside the password: the codes of an authenticator app, and codes on paper for when it is lost.

create table factor (
    account_id bigint primary key references account on delete cascade,
    -- encrypted: see docs/settings.md
    key        bytea not null,
    since      timestamptz not null,
    last_step  bigint not null
);
comment on column factor.last_step is 'the half minute of the last code that was accepted: neither it nor an older one is accepted again';

create table factor_draft (
    account_id bigint primary key references account on delete cascade,
    key        bytea not null
);
comment on table factor_draft is 'a key that was shown and waits for the first code made with it';

create table recovery_code (
    account_id bigint not null references factor on delete cascade,
    code_hash  bytea not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

create table half_entry (
    token_hash bytea primary key,
    account_id bigint not null references account on delete cascade,
    expires_at timestamptz not null
);
comment on table half_entry is 'somebody who has given the right password, and no more: this is no session';
create index half_entry_account on half_entry (account_id);

alter table role add column factor_demanded boolean not null default false;

create table access_rule (
    one                     boolean primary key default true check (one),
    administrators_factor   boolean not null default false,
    customer_users_factor   boolean not null default false,
    idle_minutes            integer not null default 720 check (idle_minutes between 5 and 10080),
    longest_hours           integer not null default 168 check (longest_hours between 1 and 720),
    version                 integer not null default 0
);
insert into access_rule default values;
