-- A lock that nobody has touched for so long is released by the house; by default it never is.
alter table queue add column idle_minutes integer not null default 0 check (idle_minutes between 0 and 43200);
comment on column queue.idle_minutes is 'after so many minutes without work a lock is released; 0 for never';
create index ticket_locked on ticket (locked_at) where locked_at is not null;
alter table article drop constraint article_event_check;
alter table article add constraint article_event_check
    check (event in ('created', 'locked', 'released', 'released_when_idle', 'closed_when_due', 'merged_into', 'took_in',
                     'taken_back', 'split', 'closing_undone', 'reopening_undone', 'owner', 'no_owner', 'responsible',
                     'no_responsible', 'moved', 'prioritised'));
