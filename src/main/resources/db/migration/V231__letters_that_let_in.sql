-- Letters with a link by which somebody enters: what they say lies encrypted until they have left, and is gone then.
alter table letter add column secret boolean not null default false;
alter table letter add column sealed_body bytea;
alter table letter add constraint letter_sealed check (sealed_body is null or secret);

-- Those of which the link may still be good. What waits is emptied when it has left.
update letter
   set secret = true,
       text_body = case state when 'waiting' then text_body else '' end,
       html_body = case state when 'waiting' then html_body else '' end
 where created_at > now() - interval '8 days'
   and auto_submitted
   and text_body ~ '/reset/[A-Za-z0-9_-]{43}';
