-- Administrators see who is logged in, and end sessions.
alter table login_session add column id bigint generated always as identity unique;
comment on column login_session.id is 'by which pages name it; the token''s hash stays where it is';
