-- The customer user is always up to date on the state of the request (S23), and the responsible with it (S17): putting a
-- ticket aside is told too. What the desk says about it stays with the desk.
insert into notification_rule (position, event, audience, template)
values (251, 'postponed', 'customer_user', 'postponed_customer'),
       (252, 'postponed', 'owner', 'postponed'),
       (253, 'postponed', 'responsible', 'postponed'),
       (256, 'postponed', 'watchers', 'postponed'),
       (261, 'postponed_with_word', 'customer_user', 'postponed_customer'),
       (262, 'postponed_with_word', 'owner', 'postponed_with_word'),
       (263, 'postponed_with_word', 'responsible', 'postponed_with_word'),
       (266, 'postponed_with_word', 'watchers', 'postponed_with_word');

insert into notification_template (name, language, subject, body)
values ('postponed_customer', 'it', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Buongiorno {{recipient.first_name}},

la sua richiesta [{{ticket.number}}] resta per ora in attesa. Ora il suo stato è: {{ticket.state}}.

Cliente: {{customer.name}}
Utente: {{customer_user.name}}
Titolo: {{ticket.title}}

Può seguire la richiesta da qui:

{{ticket.link}}'),
('postponed', 'it', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Buongiorno {{recipient.first_name}},

{{actor.name}} ha messo in attesa fino al {{ticket.pending_until}} il ticket [{{ticket.number}}] della coda {{ticket.queue}}. Ora il suo stato è: {{ticket.state}}.

Cliente: {{customer.name}}
Utente: {{customer_user.name}}
Titolo: {{ticket.title}}

Puoi accedere al ticket da qui:

{{ticket.link}}'),
('postponed_with_word', 'it', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Buongiorno {{recipient.first_name}},

{{actor.name}} ha messo in attesa fino al {{ticket.pending_until}} il ticket [{{ticket.number}}] della coda {{ticket.queue}}. Ora il suo stato è: {{ticket.state}}.

Cliente: {{customer.name}}
Utente: {{customer_user.name}}
Titolo: {{ticket.title}}
Testo:

{{article.text}}

Allegati: {{article.files}}

Puoi accedere al ticket da qui:

{{ticket.link}}'),
('postponed_customer', 'en', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Hello {{recipient.first_name}},

Your request [{{ticket.number}}] has to wait for now. Its state is now: {{ticket.state}}.

Customer: {{customer.name}}
User: {{customer_user.name}}
Title: {{ticket.title}}

You can follow the request here:

{{ticket.link}}'),
('postponed', 'en', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Hello {{recipient.first_name}},

{{actor.name}} has put the ticket [{{ticket.number}}] of the queue {{ticket.queue}} aside until {{ticket.pending_until}}. Its state is now: {{ticket.state}}.

Customer: {{customer.name}}
User: {{customer_user.name}}
Title: {{ticket.title}}

You can open the ticket here:

{{ticket.link}}'),
('postponed_with_word', 'en', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Hello {{recipient.first_name}},

{{actor.name}} has put the ticket [{{ticket.number}}] of the queue {{ticket.queue}} aside until {{ticket.pending_until}}. Its state is now: {{ticket.state}}.

Customer: {{customer.name}}
User: {{customer_user.name}}
Title: {{ticket.title}}
Text:

{{article.text}}

Attachments: {{article.files}}

You can open the ticket here:

{{ticket.link}}');
