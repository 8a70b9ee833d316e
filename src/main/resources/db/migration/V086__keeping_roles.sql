-- Roles are kept in the browser.
alter table role add column version integer not null default 0;
