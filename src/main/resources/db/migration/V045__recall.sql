-- V045__recall.sql
-- What an agent mails leaves a few seconds later, and until then can be recalled.
alter table letter add column leaves_at timestamptz;
comment on column letter.leaves_at is 'not before; null for at once';
alter table letter drop constraint letter_state_check;
alter table letter add constraint letter_state_check check (state in ('waiting', 'sent', 'failed', 'recalled'));
alter table article add column recalled_at timestamptz;
-- What was sent stays a draft for a while, to be taken up again.
alter table draft add column sent_as bigint references article;
create index draft_sent on draft (sent_as) where sent_as is not null;
