-- Administrators read what became of all letters: few of them are not sent, and days lie together.
create index letter_not_sent on letter (state, id desc) where state <> 'sent';
create index letter_days on letter using brin (created_at);
