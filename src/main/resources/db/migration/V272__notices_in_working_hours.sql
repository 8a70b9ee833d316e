-- Rules of the house's own can keep to the working hours of the ticket's queue: what they have to say meanwhile is held until
-- these begin. Until when, their calendar says at every moment, so that nothing is kept here that it could contradict.
alter table own_rule add column in_working_hours boolean not null default false;

alter table notification
    add column held boolean not null default false,
    drop constraint notification_one_fate,
    add constraint notification_one_fate check (num_nonnulls(letter_id, delivery_id, skipped) = case when held then 0 else 1 end),
    add constraint notification_held_by_own_rule check (not held or own_rule_id is not null),
    drop constraint notification_skipped_check,
    add constraint notification_skipped_check
        check (skipped in ('actor', 'invalid', 'no_permission', 'told_already', 'no_address', 'written_to', 'away',
                           'machine', 'bounced', 'too_often', 'told_today', 'silenced', 'replaced', 'passed'));
create index notification_held on notification (ticket_id) where held;
