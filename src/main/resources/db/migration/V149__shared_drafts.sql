-- What one has begun, a colleague can go on with.
alter table draft
    add column shared boolean not null default false,
    add constraint draft_shared_check check (not shared or kind in ('answer', 'note', 'call'));
create index draft_shared on draft (ticket_id) where shared;
