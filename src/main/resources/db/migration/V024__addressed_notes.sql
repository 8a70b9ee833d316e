-- Notes that are meant for certain agents: chosen by name, or mentioned in the text.
create table article_addressee (
    article_id bigint not null references article,
    agent_id   bigint not null references agent,
    primary key (article_id, agent_id)
);

alter table notification_rule drop constraint notification_rule_audience_check;
alter table notification_rule add constraint notification_rule_audience_check
    check (audience in ('customer_user', 'owner', 'responsible', 'queue_agents', 'administrators', 'watchers', 'mentioned'));

-- Before the others: who is called by name gets the letter that says so.
insert into notification_rule (position, event, audience, template, enabled)
values (300, 'published', 'mentioned', 'mentioned', true),
       (311, 'noted', 'mentioned', 'mentioned', true);

insert into notification_template (name, language, subject, body)
values ('mentioned', 'it', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Buongiorno {{recipient.first_name}},

{{article.sender}} ha scritto una nota per te sul ticket [{{ticket.number}}] della coda {{ticket.queue}}.

Cliente: {{customer.name}}
Utente: {{customer_user.name}}
Titolo: {{ticket.title}}
Testo:

{{article.text}}

Allegati: {{article.files}}

Puoi accedere al ticket da qui:

{{ticket.link}}'),
       ('mentioned', 'en', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Hello {{recipient.first_name}},

{{article.sender}} has written a note for you on the ticket [{{ticket.number}}] of the queue {{ticket.queue}}.

Customer: {{customer.name}}
User: {{customer_user.name}}
Title: {{ticket.title}}
Text:

{{article.text}}

Attachments: {{article.files}}

You can open the ticket here:

{{ticket.link}}');
