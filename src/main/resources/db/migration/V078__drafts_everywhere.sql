-- Every form in which something is written keeps a draft; those that belong to no ticket yet stand without one.
alter table draft drop constraint draft_pkey;
alter table draft alter column ticket_id drop not null;
alter table draft add column id bigint generated always as identity primary key;
alter table draft add constraint draft_once unique nulls not distinct (agent_id, ticket_id, kind, article_no);
alter table draft drop constraint draft_kind_check;
alter table draft add constraint draft_kind_check
    check (kind in ('answer', 'forward', 'redirect', 'note', 'mail', 'call', 'closure', 'pending', 'reopening', 'duty',
                    'opening_phone', 'opening_email', 'bulk_note', 'bulk_close', 'bulk_reopen'));
alter table draft add constraint draft_at_desk_check
    check ((ticket_id is null) = (kind in ('opening_phone', 'opening_email', 'bulk_note', 'bulk_close', 'bulk_reopen')));
comment on column draft.article_no is
    'the article that it is about, or the customer user from whose page a ticket is opened; 0 for none';
