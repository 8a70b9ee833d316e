-- A letter that tells administrators of what only they can mend does not wait behind letters without end.
alter table letter add column alarm boolean not null default false;
