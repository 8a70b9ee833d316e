-- Those of our addresses that whoever brought a mail named beside it: of a blind copy nothing else tells.
alter table arrival add column recipients text[] not null default '{}';
