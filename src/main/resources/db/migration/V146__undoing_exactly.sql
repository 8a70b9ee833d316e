-- What is taken back leaves the ticket exactly as it was before.
alter table bulk_ticket add column was jsonb;
comment on column bulk_ticket.was is 'how the ticket stood before its turn';
alter table ticket_merge add column locked_at timestamptz;
comment on column ticket_merge.locked_at is 'since when the source was locked when it was merged';
