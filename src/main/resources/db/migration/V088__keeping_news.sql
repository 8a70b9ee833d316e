-- News are kept in the browser.
alter table news
    add column valid   boolean not null default true,
    add column version integer not null default 0;
