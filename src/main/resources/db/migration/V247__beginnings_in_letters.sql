-- Letters that tell of no article of their own say what the customer wrote last, and who is told that a mail did not arrive
-- needs no more of it than tells which it was. What the house wrote itself stays.
update notification_template
   set body = replace(body, 'Titolo: {{ticket.title}}',
                      E'Titolo: {{ticket.title}}\nUltimo messaggio: {{customer_article.text[5]}}')
 where name in ('pending_reached', 'escalation_near', 'escalated')
   and language = 'it';
update notification_template
   set body = replace(body, 'Title: {{ticket.title}}',
                      E'Title: {{ticket.title}}\nLast message: {{customer_article.text[5]}}')
 where name in ('pending_reached', 'escalation_near', 'escalated')
   and language = 'en';
update notification_template
   set body = replace(body, '{{article.text}}', '{{article.text[10]}}')
 where name = 'undelivered';
