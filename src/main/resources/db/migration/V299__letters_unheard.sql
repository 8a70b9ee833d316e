-- How many attempts at a letter ended with all of it on its way and no word from the server: each may be a copy.
alter table letter add column unheard smallint not null default 0;
