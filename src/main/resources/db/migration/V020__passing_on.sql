-- Mails that are passed on, and letters that go once more.

-- A letter that failed and goes again is another letter under the same Message-ID to the same person.
alter table letter drop constraint letter_message_id_key;
create index letter_message_id on letter (message_id);

alter table letter add column origin json;
comment on column letter.origin is 'who wrote it first, when, and under which name; only for a mail that is passed on unchanged';
