-- Of one person’s mails only so many a day are confirmed: programs that do not say that they are some write without end.
alter table notification drop constraint notification_skipped_check;
alter table notification add constraint notification_skipped_check
    check (skipped in ('actor', 'invalid', 'no_permission', 'told_already', 'no_address', 'written_to', 'away', 'machine',
                       'bounced', 'too_often'));
create index notification_to_customer on notification (customer_user_id, created_at)
    where letter_id is not null and customer_user_id is not null;
