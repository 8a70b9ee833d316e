-- What a consent was asked for is ticked when it is asked for again.
alter table mailbox_consent add column sending boolean not null default false;
alter table mailbox_consent_asked add column sending boolean not null default false;
update mailbox_consent set sending = true where mailbox_id in (select mailbox_id from relay);
