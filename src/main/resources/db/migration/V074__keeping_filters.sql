-- Mail filters are kept in the browser.
alter table mail_filter add column version integer not null default 0;
