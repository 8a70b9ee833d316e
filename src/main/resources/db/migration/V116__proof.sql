-- What is dangerous asks for the password or a code again, if it was last given some time ago.
alter table login_session add column proven_at timestamptz not null default now();
comment on column login_session.proven_at is 'when password or code were last given through this session';
