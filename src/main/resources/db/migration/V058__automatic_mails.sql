-- Whose hand wrote a mail that came in: to a machine the house writes no letters by itself.
alter table article
    add column hand text not null default 'person' check (hand in ('person', 'list', 'machine'));
comment on column article.hand is 'of a mail that came in: list if a person may have written it and wants no automatic letter, machine if none did';

alter table notification drop constraint notification_skipped_check;
alter table notification add constraint notification_skipped_check
    check (skipped in ('actor', 'invalid', 'no_permission', 'told_already', 'no_address', 'written_to', 'away', 'machine',
                       'bounced'));
