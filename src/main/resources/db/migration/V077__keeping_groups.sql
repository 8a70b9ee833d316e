-- Groups are kept in the browser.
alter table permission_group add column version integer not null default 0;
