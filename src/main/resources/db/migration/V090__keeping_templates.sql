-- Templates are kept in the browser.
alter table answer_template add column version integer not null default 0;
