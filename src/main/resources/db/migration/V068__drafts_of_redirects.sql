-- V068__drafts_of_redirects.sql
-- A redirect that was taken back is a form again, as an answer is.
alter table draft drop constraint draft_kind_check;
alter table draft add constraint draft_kind_check
    check (kind in ('answer', 'forward', 'redirect', 'note', 'mail', 'call', 'closure'));
