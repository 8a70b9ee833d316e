-- Pictures that stand within a text are files of it, to which it refers by their Content-ID.
alter table attachment add column if not exists content_id text;
comment on column attachment.content_id is 'by which the article''s HTML shows this file; null for what is only attached';
alter table letter_attachment add column content_id text;
