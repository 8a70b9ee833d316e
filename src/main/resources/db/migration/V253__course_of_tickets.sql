-- What reports ask of a ticket's course is written when it happens, so that a month of it is read without its histories.
alter table ticket add column answered_at timestamptz;
comment on column ticket.answered_at is
    'when an agent first wrote what the customer can read, after the customer asked; calls and automatic answers are none';

create table ticket_reopening (
    ticket_id bigint not null references ticket on delete cascade,
    at        timestamptz not null,
    primary key (ticket_id, at)
);
create index ticket_reopening_at on ticket_reopening (at);

create table ticket_wait (
    ticket_id bigint not null references ticket on delete cascade,
    since     timestamptz not null,
    until     timestamptz check (until >= since),
    primary key (ticket_id, since)
);
comment on table ticket_wait is 'when a ticket was put aside until a day; without an end while it still is';

-- Of the tickets that there are.
update ticket t
   set answered_at = first.at
  from (select a.ticket_id, min(a.created_at) as at
          from article a
         where a.sender = 'agent'
           and a.visible
           and a.event is null
           and a.recalled_at is null
           and exists (select 1
                         from article q
                        where q.ticket_id = a.ticket_id
                          and q.no < a.no
                          and q.sender = 'customer')
         group by a.ticket_id) first
 where first.ticket_id = t.id;

create index ticket_answered on ticket (answered_at) include (queue_id) where answered_at is not null;

insert into ticket_reopening (ticket_id, at)
select h.ticket_id, h.at
  from ticket_history h
 where h.type = 'state_changed'
   and h.facts ->> 'from' like 'CLOSED%'
   and h.facts ->> 'to' not like all (array ['CLOSED%', 'MERGED%', 'REMOVED%'])
   and not exists (select 1
                     from ticket_history r
                    where r.ticket_id = h.ticket_id
                      and r.type = 'recalled'
                      and r.at between h.at - interval '5 seconds' and h.at + interval '5 seconds')
    on conflict do nothing;

insert into ticket_wait (ticket_id, since, until)
select ticket_id, at, greatest(at, next)
  from (select ticket_id, at, facts ->> 'to' as state,
               lead(at) over (partition by ticket_id order by no) as next
          from ticket_history
         where type = 'state_changed') changed
 where state like 'PENDING%'
    on conflict do nothing;

create function first_answer(ticket bigint) returns timestamptz language sql stable as $$
    select min(a.created_at)
      from article a
     where a.ticket_id = ticket
       and a.sender = 'agent'
       and a.visible
       and a.event is null
       and a.recalled_at is null
       and exists (select 1 from article q where q.ticket_id = ticket and q.no < a.no and q.sender = 'customer')
$$;

create function answer_counts() returns trigger language plpgsql as $$
begin
    update ticket
       set answered_at = first_answer(id)
     where id = new.ticket_id
       and answered_at is not distinct from case when new.recalled_at is null then null else new.created_at end;
    return null;
end $$;
create trigger article_answers after insert on article
    for each row when (new.sender = 'agent' and new.visible and new.event is null) execute function answer_counts();
create trigger article_answers_no_more after update of recalled_at on article
    for each row when (new.recalled_at is not null) execute function answer_counts();

-- Who takes back a mail that closed a ticket has not reopened it.
create function ticket_goes_on() returns trigger language plpgsql as $$
begin
    if new.state_type in ('pending_reminder', 'pending_auto') then
        insert into ticket_wait (ticket_id, since)
        select new.id, new.changed_at
         where not exists (select 1 from ticket_wait where ticket_id = new.id and until is null)
            on conflict (ticket_id, since) do update set until = null;
    else
        update ticket_wait
           set until = greatest(since, new.changed_at)
         where ticket_id = new.id
           and until is null;
    end if;
    if tg_op = 'UPDATE' and old.state_type = 'closed'
       and new.state_type in ('new', 'open', 'pending_reminder', 'pending_auto')
       and not exists (select 1 from article where ticket_id = new.id and recalled_at >= old.closed_at) then
        insert into ticket_reopening (ticket_id, at) values (new.id, new.changed_at) on conflict do nothing;
    end if;
    return null;
end $$;
create trigger ticket_goes_on after update of state_type on ticket
    for each row when (old.state_type is distinct from new.state_type) execute function ticket_goes_on();
create trigger ticket_begins_waiting after insert on ticket
    for each row when (new.state_type in ('pending_reminder', 'pending_auto')) execute function ticket_goes_on();
