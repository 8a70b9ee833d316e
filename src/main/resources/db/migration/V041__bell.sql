-- What an agent was told by letter stands under the bell too, until it is read.
alter table notification add column read_at timestamptz;

-- What was told before there was a bell was read as mail.
update notification set read_at = created_at where letter_id is not null and agent_id is not null;

create index notification_told on notification (agent_id, id) where letter_id is not null;
create index notification_unread on notification (agent_id, ticket_id) where letter_id is not null and read_at is null;
