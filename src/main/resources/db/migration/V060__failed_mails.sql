-- Whoever is in charge hears when a mail of the desk could not be delivered.
insert into notification_rule (position, event, audience, template)
values (342, 'undelivered', 'owner', 'undelivered'),
       (343, 'undelivered', 'responsible', 'undelivered');

insert into notification_template (name, language, subject, body)
values ('undelivered', 'it', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Buongiorno {{recipient.first_name}},

la mail a {{loss.address}} del ticket [{{ticket.number}}] della coda {{ticket.queue}} non è stata consegnata, e non si riproverà.

Motivo: {{loss.answer}}

Dal ticket puoi inviarla di nuovo, o correggerne l’indirizzo.

Cliente: {{customer.name}}
Utente: {{customer_user.name}}
Titolo: {{ticket.title}}
Testo:

{{article.text}}

Allegati: {{article.files}}

Puoi accedere al ticket da qui:

{{ticket.link}}'),
('undelivered', 'en', '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
'Hello {{recipient.first_name}},

The mail to {{loss.address}} of the ticket [{{ticket.number}}] of the queue {{ticket.queue}} was not delivered and will not be tried again.

Reason: {{loss.answer}}

From the ticket you can send it again, or correct the address.

Customer: {{customer.name}}
User: {{customer_user.name}}
Title: {{ticket.title}}
Text:

{{article.text}}

Attachments: {{article.files}}

You can open the ticket here:

{{ticket.link}}');
