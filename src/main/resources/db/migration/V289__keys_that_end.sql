-- How far the administrators have been told that a key ends and no other follows it.
alter table mail_key add column told int check (told in (0, 7, 30));
comment on column mail_key.told is 'how many days were left then, at most; null where nobody was told, or another key follows';
