-- Among the articles it also stands who has the ticket, where it went and how urgent it is.
alter table article drop constraint article_event_check;
alter table article add constraint article_event_check
    check (event in ('created', 'locked', 'released', 'closed_when_due', 'merged_into', 'took_in', 'taken_back', 'split',
                     'closing_undone', 'reopening_undone', 'owner', 'no_owner', 'responsible', 'no_responsible', 'moved',
                     'prioritised'));
