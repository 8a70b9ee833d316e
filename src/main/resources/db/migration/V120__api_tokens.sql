-- Tokens by which programs work for a person.

create table api_token (
    id         bigint generated always as identity primary key,
    account_id bigint not null references account on delete cascade,
    name       text not null check (name <> ''),
    token_hash bytea not null unique,
    writes     boolean not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    check (expires_at > created_at)
);
create index api_token_account on api_token (account_id);

create or replace function end_sessions() returns trigger language plpgsql as $$
begin
    delete from login_session s
     using account a
     where a.id = s.account_id
       and case tg_table_name when 'agent' then a.agent_id else a.customer_user_id end = new.id;
    delete from api_token t
     using account a
     where a.id = t.account_id
       and case tg_table_name when 'agent' then a.agent_id else a.customer_user_id end = new.id;
    return null;
end $$;
