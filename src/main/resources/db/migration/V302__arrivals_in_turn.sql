-- Whose turn it is. By an expression: by the bare number PostgreSQL rather took the primary key as long as most of what is
-- kept still waited, and walked past all that had been sorted.
drop index arrival_waiting;
create index arrival_waiting on arrival (mailbox_id, (id + 0)) where state = 'WAITING';
