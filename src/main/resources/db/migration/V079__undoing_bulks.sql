-- What a bulk wrote is between these two lines, so that more of it can be taken back.
alter table bulk_ticket add column before_id bigint references ticket_history;
comment on column bulk_ticket.before_id is 'the last line of the ticket''s history before its turn';
alter table article drop constraint article_event_check;
alter table article add constraint article_event_check
    check (event in ('created', 'locked', 'released', 'closed_when_due', 'merged_into', 'took_in', 'taken_back', 'split',
                     'closing_undone', 'reopening_undone'));
