-- Who came in, who was not let in, and what was carried out of the house.
create table access_line (
    no               bigint      primary key check (no > 0),
    at               timestamptz not null,
    kind             text        not null check (kind ~ '^[a-z_]+$'),
    agent_id         bigint,
    customer_user_id bigint,
    by_agent_id      bigint,
    address          text        not null,
    browser          text        not null,
    thing            text        not null,
    found            bigint,
    filter           text,
    filter_hash      bytea,
    why              text        not null,
    hash             bytea       not null,
    check (num_nonnulls(agent_id, customer_user_id) <= 1)
);
comment on table access_line is 'names nobody: people are numbers here, and a line stays whatever becomes of them';
comment on column access_line.by_agent_id is 'whose hand was at work, if it was another’s';
comment on column access_line.thing is 'what was handed out: the address of the door; of a name that nobody has, a hash with a key';
comment on column access_line.found is 'how many lines were handed out';
comment on column access_line.filter is 'what was asked for; emptied when somebody who is named in it is erased';
comment on column access_line.why is 'a word of the program';
comment on column access_line.hash is 'SHA-256 over the previous line''s hash and this line; one chain, whose beginning is cut off in time';

create index access_line_at on access_line (at);
create index access_line_agent on access_line (agent_id) where agent_id is not null;
create index access_line_customer_user on access_line (customer_user_id) where customer_user_id is not null;

-- Lines may only be added; cut off when they are old, never before half a year is over; and say less than they did.
create function refuse_access_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '180 days' then return old; end if;
    if tg_op = 'UPDATE' and new.filter is null and to_jsonb(new) - 'filter' = to_jsonb(old) - 'filter' then return new; end if;
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger access_line_append_only before update or delete on access_line
    for each row execute function refuse_access_change();
create trigger access_line_no_truncate before truncate on access_line
    for each statement execute function refuse_change();

create table access_begin (
    single boolean primary key default true check (single),
    no   bigint  not null default 1,
    hash bytea
);
comment on table access_begin is 'with which line the log begins, and the hash of the line before, which is gone';
insert into access_begin default values;

alter table access_rule add column log_months int not null default 12 check (log_months >= 6);
comment on column access_rule.log_months is 'how long the log of access is kept';
