-- What somebody found important: a star that everybody sees.

alter table article add column marked boolean not null default false;
