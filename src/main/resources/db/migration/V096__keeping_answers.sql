-- Automatic answers are kept in the browser, and there are two more kinds, both silent until somebody wants them.
alter table automatic_answer
    drop constraint automatic_answer_kind_check,
    add constraint automatic_answer_kind_check
        check (kind in ('received', 'followed_up', 'rejected', 'begun_anew', 'closed')),
    add column version integer not null default 0;

insert into automatic_answer (kind, language, subject, body, valid) values
('followed_up', 'it', '[Ticket#{{ticket.number}}] Messaggio ricevuto',
 E'Buongiorno,\n\nabbiamo ricevuto la Sua mail e l’abbiamo aggiunta alla richiesta {{ticket.number}}. Le risponderemo appena possibile.\n\n{{company.name}}', false),
('followed_up', 'en', '[Ticket#{{ticket.number}}] Message received',
 E'Good morning,\n\nwe have received your mail and added it to request {{ticket.number}}. We will answer as soon as we can.\n\n{{company.name}}', false),
('closed', 'it', '[Ticket#{{ticket.number}}] Richiesta chiusa',
 E'Buongiorno,\n\nabbiamo chiuso la Sua richiesta {{ticket.number}}. Se qualcosa non è risolto risponda a questa mail lasciando l’oggetto com’è.\n\n{{company.name}}', false),
('closed', 'en', '[Ticket#{{ticket.number}}] Request closed',
 E'Good morning,\n\nwe have closed your request {{ticket.number}}. If something is not solved, reply to this mail and leave its subject as it is.\n\n{{company.name}}', false);

-- Whether a mail was answered by the house, and if not, why: whoever may not be answered is not told of the end either.
alter table sorted_mail add column answer text;
