-- Telephone calls, and mails to anybody.

-- To whom an article went: by mail, where a letter tells what became of it, or by telephone, where there is no address.
create table article_recipient (
    article_id bigint not null references article,
    position   integer not null check (position > 0),
    role       text not null check (role in ('to', 'cc', 'bcc')),
    name       text not null default '',
    address    text not null default '',
    letter_id  bigint unique references letter,
    primary key (article_id, position)
);

-- A mail to several people is a letter for each of them, under one Message-ID and with the same lines on it.
alter table letter drop constraint letter_message_id_key;
alter table letter add constraint letter_message_id_key unique (message_id, to_address);
alter table letter add column addressees json;
comment on column letter.addressees is 'the To and Cc lines of a mail to several people; null where the one recipient stands there';

create table letter_attachment (
    letter_id  bigint not null references letter on delete cascade,
    position   integer not null check (position > 0),
    name       text not null,
    media_type text not null,
    size       bigint not null check (size >= 0),
    hash       bytea not null references blob,
    primary key (letter_id, position)
);

-- Whoever gets the mail itself need not be told that it was sent.
alter table notification drop constraint notification_skipped_check;
alter table notification add constraint notification_skipped_check
    check (skipped in ('actor', 'invalid', 'no_permission', 'told_already', 'no_address', 'written_to'));
