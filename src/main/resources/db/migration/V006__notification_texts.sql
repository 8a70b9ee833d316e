-- Who is told what: the procedure's table, and its letters in both languages.

-- A dash in the table means that there is nobody; whoever is there nevertheless (who held a ticket that another released,
-- the owner of a request that no rule recognised) is told like anybody in that part. What the table leaves to the desk is
-- there, but switched off.
insert into notification_rule (position, event, audience, template, enabled)
values (101, 'opened_assigned', 'customer_user', 'created_customer', true),
       (102, 'opened_assigned', 'owner', 'created', true),
       (103, 'opened_assigned', 'responsible', 'created', true),

       (111, 'opened_unowned', 'customer_user', 'created_customer', true),
       (113, 'opened_unowned', 'responsible', 'created', true),
       (114, 'opened_unowned', 'queue_agents', 'created', true),

       (121, 'opened_raw', 'customer_user', 'created_customer', true),
       (122, 'opened_raw', 'owner', 'created', true),
       (123, 'opened_raw', 'responsible', 'created', true),
       (125, 'opened_raw', 'administrators', 'created_raw', true),

       (201, 'locked', 'customer_user', 'locked_customer', true),
       (202, 'locked', 'owner', 'locked', true),
       (203, 'locked', 'responsible', 'locked', true),

       (211, 'released', 'customer_user', 'released_customer', true),
       (212, 'released', 'owner', 'released_owner', true),
       (213, 'released', 'responsible', 'released', true),

       (221, 'owner_changed', 'customer_user', 'owner_changed_customer', false),
       (222, 'owner_changed', 'owner', 'owner_named', true),
       (223, 'owner_changed', 'responsible', 'owner_changed', true),

       (232, 'responsible_changed', 'owner', 'responsible_changed', true),
       (233, 'responsible_changed', 'responsible', 'responsible_named', true),

       (241, 'moved', 'customer_user', 'moved_customer', true),
       (242, 'moved', 'owner', 'moved', true),
       (243, 'moved', 'responsible', 'moved', true),
       (244, 'moved', 'queue_agents', 'moved', true),

       (301, 'published', 'customer_user', 'published_customer', true),
       (302, 'published', 'owner', 'published', true),
       (303, 'published', 'responsible', 'published', true),

       (312, 'noted', 'owner', 'noted', true),
       (313, 'noted', 'responsible', 'noted', true),

       (321, 'followed_up', 'customer_user', 'followed_up_customer', false),
       (322, 'followed_up', 'owner', 'followed_up', true),
       (323, 'followed_up', 'responsible', 'followed_up', true),

       (331, 'followed_up_unlocked', 'customer_user', 'followed_up_customer', false),
       (332, 'followed_up_unlocked', 'owner', 'followed_up_unlocked', true),
       (333, 'followed_up_unlocked', 'responsible', 'followed_up_unlocked', true),
       (334, 'followed_up_unlocked', 'queue_agents', 'followed_up_unlocked', true),

       (402, 'pending_reached', 'owner', 'pending_reached', true),
       (403, 'pending_reached', 'responsible', 'pending_reached', true),

       (412, 'pending_reached_unlocked', 'owner', 'pending_reached', true),
       (413, 'pending_reached_unlocked', 'responsible', 'pending_reached', true),
       (414, 'pending_reached_unlocked', 'queue_agents', 'pending_reached', true),

       (501, 'closed', 'customer_user', 'closed_customer', true),
       (502, 'closed', 'owner', 'closed', true),
       (503, 'closed', 'responsible', 'closed', true),

       (511, 'closed_unsuccessful', 'customer_user', 'closed_unsuccessful_customer', true),
       (512, 'closed_unsuccessful', 'owner', 'closed_unsuccessful', true),
       (513, 'closed_unsuccessful', 'responsible', 'closed_unsuccessful_responsible', true),

       (602, 'escalation_near', 'owner', 'escalation_near', true),
       (603, 'escalation_near', 'responsible', 'escalation_near', true),
       (604, 'escalation_near', 'queue_agents', 'escalation_near', true),

       (612, 'escalated', 'owner', 'escalated', true),
       (613, 'escalated', 'responsible', 'escalated', true),
       (614, 'escalated', 'queue_agents', 'escalated', true);

-- Every letter greets, says what happened, describes the ticket and leads to it. Those about a text carry the text.
insert into notification_template (name, language, subject, body)
select letter.name,
       letter.language,
       '[Ticket#{{ticket.number}}] {{ticket.state}} - {{customer.name}}',
       frame.opening || letter.news || frame.facts
           || case when letter.carries_text then frame.carried_text else '' end
           || case when letter.for_customer then frame.customer_end else frame.agent_end end
  from (values
        ('created', 'it', false, true,
         'il ticket [{{ticket.number}}] è stato creato nella coda {{ticket.queue}}.'),
        ('created', 'en', false, true,
         'The ticket [{{ticket.number}}] has been created in the queue {{ticket.queue}}.'),
        ('created_raw', 'it', false, true,
         'il ticket [{{ticket.number}}] è stato creato nella coda {{ticket.queue}}.

Nessuna regola lo ha riconosciuto: va valutato e spostato nella coda giusta.'),
        ('created_raw', 'en', false, true,
         'The ticket [{{ticket.number}}] has been created in the queue {{ticket.queue}}.

No rule recognised it: please assess it and move it to the right queue.'),
        ('created_customer', 'it', true, true,
         'la sua richiesta [{{ticket.number}}] è stata registrata.'),
        ('created_customer', 'en', true, true,
         'Your request [{{ticket.number}}] has been registered.'),

        ('locked', 'it', false, false,
         '{{actor.name}} ha preso in carico il ticket [{{ticket.number}}] della coda {{ticket.queue}}. Ora il suo stato è: {{ticket.state}}.'),
        ('locked', 'en', false, false,
         '{{actor.name}} has taken in hand the ticket [{{ticket.number}}] of the queue {{ticket.queue}}. Its state is now: {{ticket.state}}.'),
        ('locked_customer', 'it', true, false,
         '{{owner.name}} sta seguendo la sua richiesta [{{ticket.number}}]. Ora il suo stato è: {{ticket.state}}.'),
        ('locked_customer', 'en', true, false,
         '{{owner.name}} is working on your request [{{ticket.number}}]. Its state is now: {{ticket.state}}.'),

        ('released', 'it', false, false,
         '{{actor.name}} ha rilasciato il ticket [{{ticket.number}}] della coda {{ticket.queue}}. Ora il suo stato è: {{ticket.state}}.

Come responsabile devi assegnarlo a un altro operatore.'),
        ('released', 'en', false, false,
         '{{actor.name}} has released the ticket [{{ticket.number}}] of the queue {{ticket.queue}}. Its state is now: {{ticket.state}}.

As its responsible you are asked to assign it to another agent.'),
        ('released_owner', 'it', false, false,
         '{{actor.name}} ha rilasciato il ticket [{{ticket.number}}] della coda {{ticket.queue}}, che avevi in carico. Ora il suo stato è: {{ticket.state}}.'),
        ('released_owner', 'en', false, false,
         '{{actor.name}} has released the ticket [{{ticket.number}}] of the queue {{ticket.queue}}, which you had in hand. Its state is now: {{ticket.state}}.'),
        ('released_customer', 'it', true, false,
         'la sua richiesta [{{ticket.number}}] sarà presa in carico da un altro operatore. Ora il suo stato è: {{ticket.state}}.'),
        ('released_customer', 'en', true, false,
         'Another person will take your request [{{ticket.number}}] in hand. Its state is now: {{ticket.state}}.'),

        ('owner_named', 'it', false, false,
         '{{actor.name}} ti ha assegnato il ticket [{{ticket.number}}] della coda {{ticket.queue}}.'),
        ('owner_named', 'en', false, false,
         '{{actor.name}} has assigned the ticket [{{ticket.number}}] of the queue {{ticket.queue}} to you.'),
        ('owner_changed', 'it', false, false,
         '{{actor.name}} ha assegnato il ticket [{{ticket.number}}] della coda {{ticket.queue}} a {{owner.name}}.'),
        ('owner_changed', 'en', false, false,
         '{{actor.name}} has assigned the ticket [{{ticket.number}}] of the queue {{ticket.queue}} to {{owner.name}}.'),
        ('owner_changed_customer', 'it', true, false,
         'd''ora in poi è {{owner.name}} a seguire la sua richiesta [{{ticket.number}}].'),
        ('owner_changed_customer', 'en', true, false,
         'From now on {{owner.name}} is looking after your request [{{ticket.number}}].'),

        ('responsible_named', 'it', false, false,
         '{{actor.name}} ti ha affidato la responsabilità del ticket [{{ticket.number}}] della coda {{ticket.queue}}.'),
        ('responsible_named', 'en', false, false,
         '{{actor.name}} has made you responsible for the ticket [{{ticket.number}}] of the queue {{ticket.queue}}.'),
        ('responsible_changed', 'it', false, false,
         '{{actor.name}} ha affidato a {{responsible.name}} la responsabilità del ticket [{{ticket.number}}] della coda {{ticket.queue}}.'),
        ('responsible_changed', 'en', false, false,
         '{{actor.name}} has made {{responsible.name}} responsible for the ticket [{{ticket.number}}] of the queue {{ticket.queue}}.'),

        ('moved', 'it', false, false,
         '{{actor.name}} ha spostato il ticket [{{ticket.number}}] nella coda {{ticket.queue}}.

Proprietario: {{owner.name}}
Responsabile: {{responsible.name}}'),
        ('moved', 'en', false, false,
         '{{actor.name}} has moved the ticket [{{ticket.number}}] to the queue {{ticket.queue}}.

Owner: {{owner.name}}
Responsible: {{responsible.name}}'),
        ('moved_customer', 'it', true, false,
         'la sua richiesta [{{ticket.number}}] è passata al gruppo di operatori che se ne occuperà. Ora il suo stato è: {{ticket.state}}.'),
        ('moved_customer', 'en', true, false,
         'Your request [{{ticket.number}}] has been passed to the team that will look after it. Its state is now: {{ticket.state}}.'),

        ('published', 'it', false, true,
         '{{article.sender}} ha scritto al cliente a proposito del ticket [{{ticket.number}}] della coda {{ticket.queue}}.'),
        ('published', 'en', false, true,
         '{{article.sender}} has written to the customer about the ticket [{{ticket.number}}] of the queue {{ticket.queue}}.'),
        ('published_customer', 'it', true, true,
         '{{article.sender}} le ha scritto a proposito della sua richiesta [{{ticket.number}}]. Può rispondere dalla pagina della richiesta.'),
        ('published_customer', 'en', true, true,
         '{{article.sender}} has written to you about your request [{{ticket.number}}]. You can answer on the page of the request.'),
        ('noted', 'it', false, true,
         '{{article.sender}} ha aggiunto una comunicazione interna al ticket [{{ticket.number}}] della coda {{ticket.queue}}. Il cliente non la vede.'),
        ('noted', 'en', false, true,
         '{{article.sender}} has added an internal communication to the ticket [{{ticket.number}}] of the queue {{ticket.queue}}. The customer does not see it.'),

        ('followed_up', 'it', false, true,
         '{{article.sender}} ha scritto di nuovo a proposito del ticket [{{ticket.number}}] della coda {{ticket.queue}}.'),
        ('followed_up', 'en', false, true,
         '{{article.sender}} has written again about the ticket [{{ticket.number}}] of the queue {{ticket.queue}}.'),
        ('followed_up_unlocked', 'it', false, true,
         '{{article.sender}} ha scritto di nuovo a proposito del ticket [{{ticket.number}}] della coda {{ticket.queue}}.

Nessuno lo ha in lavorazione.'),
        ('followed_up_unlocked', 'en', false, true,
         '{{article.sender}} has written again about the ticket [{{ticket.number}}] of the queue {{ticket.queue}}.

Nobody is working on it.'),
        ('followed_up_customer', 'it', true, true,
         'abbiamo ricevuto il suo messaggio a proposito della richiesta [{{ticket.number}}].'),
        ('followed_up_customer', 'en', true, true,
         'We have received your message about the request [{{ticket.number}}].'),

        ('pending_reached', 'it', false, false,
         'il ticket [{{ticket.number}}] della coda {{ticket.queue}} era in attesa fino al {{ticket.pending_until}}: è ora di riprenderlo.'),
        ('pending_reached', 'en', false, false,
         'The ticket [{{ticket.number}}] of the queue {{ticket.queue}} was pending until {{ticket.pending_until}}: it is time to take it up again.'),

        ('closed', 'it', false, true,
         '{{actor.name}} ha chiuso il ticket [{{ticket.number}}] della coda {{ticket.queue}} con successo.'),
        ('closed', 'en', false, true,
         '{{actor.name}} has closed the ticket [{{ticket.number}}] of the queue {{ticket.queue}} successfully.'),
        ('closed_customer', 'it', true, false,
         'la sua richiesta [{{ticket.number}}] è stata chiusa con successo.

{{article.text}}

Se qualcosa non va ancora, ci scriva dalla pagina della richiesta: la riapriremo.'),
        ('closed_customer', 'en', true, false,
         'Your request [{{ticket.number}}] has been closed successfully.

{{article.text}}

If something is still wrong, write to us from the page of the request: it will be opened again.'),
        ('closed_unsuccessful', 'it', false, true,
         '{{actor.name}} ha chiuso il ticket [{{ticket.number}}] della coda {{ticket.queue}} senza successo.'),
        ('closed_unsuccessful', 'en', false, true,
         '{{actor.name}} has closed the ticket [{{ticket.number}}] of the queue {{ticket.queue}} unsuccessfully.'),
        ('closed_unsuccessful_responsible', 'it', false, true,
         '{{actor.name}} ha chiuso il ticket [{{ticket.number}}] della coda {{ticket.queue}} senza successo.

Come responsabile devi accertarne le cause.'),
        ('closed_unsuccessful_responsible', 'en', false, true,
         '{{actor.name}} has closed the ticket [{{ticket.number}}] of the queue {{ticket.queue}} unsuccessfully.

As its responsible you are asked to ascertain the causes.'),
        ('closed_unsuccessful_customer', 'it', true, false,
         'ci dispiace: non è stato possibile soddisfare la sua richiesta [{{ticket.number}}], che è stata chiusa.

{{article.text}}

Se desidera aggiungere qualcosa, ci scriva dalla pagina della richiesta: la riapriremo.'),
        ('closed_unsuccessful_customer', 'en', true, false,
         'We are sorry: your request [{{ticket.number}}] could not be satisfied and has been closed.

{{article.text}}

If you wish to add something, write to us from the page of the request: it will be opened again.'),

        ('escalation_near', 'it', false, false,
         'il ticket [{{ticket.number}}] della coda {{ticket.queue}} sta per superare i termini previsti.'),
        ('escalation_near', 'en', false, false,
         'The ticket [{{ticket.number}}] of the queue {{ticket.queue}} is about to miss its deadline.'),
        ('escalated', 'it', false, false,
         'il ticket [{{ticket.number}}] della coda {{ticket.queue}} ha superato i termini previsti.'),
        ('escalated', 'en', false, false,
         'The ticket [{{ticket.number}}] of the queue {{ticket.queue}} has missed its deadline.'))
       as letter (name, language, for_customer, carries_text, news)
  join (values
        ('it',
         'Buongiorno {{recipient.first_name}},

',
         '

Cliente: {{customer.name}}
Utente: {{customer_user.name}}
Titolo: {{ticket.title}}',
         '
Testo:

{{article.text}}

Allegati: {{article.files}}',
         '

Puoi accedere al ticket da qui:

{{ticket.link}}',
         '

Può seguire la richiesta da qui:

{{ticket.link}}'),
        ('en',
         'Hello {{recipient.first_name}},

',
         '

Customer: {{customer.name}}
User: {{customer_user.name}}
Title: {{ticket.title}}',
         '
Text:

{{article.text}}

Attachments: {{article.files}}',
         '

You can open the ticket here:

{{ticket.link}}',
         '

You can follow the request here:

{{ticket.link}}'))
       as frame (language, opening, facts, carried_text, agent_end, customer_end)
    on frame.language = letter.language;
