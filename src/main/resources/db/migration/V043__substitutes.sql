-- Whoever is away is not told; who stands in is told instead.
alter table notification add column instead_of_id bigint references agent;
alter table notification drop constraint notification_skipped_check;
alter table notification add constraint notification_skipped_check
    check (skipped in ('actor', 'invalid', 'no_permission', 'told_already', 'no_address', 'written_to', 'away'));
