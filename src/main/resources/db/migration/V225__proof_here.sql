-- Who comes by a proxy or a provider has shown nothing here: such a session has no proof until it is given one.
alter table login_session alter column proven_at drop not null;
alter table login_session alter column proven_at drop default;
comment on column login_session.proven_at is 'when password, code or passkey were last given through this session, or at a provider that says when; null for never';

alter table half_entry add column proven_at timestamptz;
comment on column half_entry.proven_at is 'what the session will know of it';
update half_entry set proven_at = expires_at - interval '15 minutes';
