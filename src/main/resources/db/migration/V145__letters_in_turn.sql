-- Letters of one thread to one person leave in the order in which they were written.
alter table letter add column thread text;
comment on column letter.thread is 'in which its Message-ID was sealed, as ticket-105; null for a letter by itself';
update letter
   set thread = substring(message_id from '([a-z]{1,20}-[0-9]{1,19})\.[0-9a-f]{20}@')
 where state = 'waiting';
create index letter_in_turn on letter (thread, lower(to_address), id) where state = 'waiting' and thread is not null;
