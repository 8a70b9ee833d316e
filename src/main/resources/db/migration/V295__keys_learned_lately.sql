-- How many keys a day teaches is bounded, and counted for each new one.
create index correspondent_key_learned on correspondent_key (added_at) where learned;
