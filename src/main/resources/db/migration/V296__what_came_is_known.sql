-- What a mail was when it came, for those whose bytes were forgotten since: the same bytes are no new mail.
alter table arrival add column came bytea;
create unique index arrival_came on arrival (mailbox_id, (coalesce(came, hash)));
alter table arrival drop constraint arrival_mailbox_id_hash_key;
