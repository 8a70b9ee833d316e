-- Tickets that wait for a day, who watches them, and finding tickets as one types.

-- What is due, and has not been said yet for this date.
alter table ticket add column reminded_until timestamptz;
comment on column ticket.reminded_until is 'the pending date whose coming was told; another date is told again';
create index ticket_due on ticket (pending_until)
    where pending_until is not null and reminded_until is distinct from pending_until;

-- The house writes more lines by itself than it did.
alter table article drop constraint article_event_check;
alter table article add constraint article_event_check
    check (event in ('created', 'locked', 'released', 'closed_when_due', 'merged_into', 'took_in', 'taken_back', 'split'));

-- Watchers hear what owner and responsible hear of a ticket that is under way.
alter table notification_rule drop constraint notification_rule_audience_check;
alter table notification_rule add constraint notification_rule_audience_check
    check (audience in ('customer_user', 'owner', 'responsible', 'queue_agents', 'administrators', 'watchers'));
insert into notification_rule (position, event, audience, template)
values (206, 'locked', 'watchers', 'locked'),
       (216, 'released', 'watchers', 'released_watcher'),
       (226, 'owner_changed', 'watchers', 'owner_changed'),
       (236, 'responsible_changed', 'watchers', 'responsible_changed'),
       (246, 'moved', 'watchers', 'moved'),
       (306, 'published', 'watchers', 'published'),
       (316, 'noted', 'watchers', 'noted'),
       (326, 'followed_up', 'watchers', 'followed_up'),
       (336, 'followed_up_unlocked', 'watchers', 'followed_up_unlocked'),
       (406, 'pending_reached', 'watchers', 'pending_reached'),
       (416, 'pending_reached_unlocked', 'watchers', 'pending_reached'),
       (506, 'closed', 'watchers', 'closed'),
       (516, 'closed_unsuccessful', 'watchers', 'closed_unsuccessful'),
       (606, 'escalation_near', 'watchers', 'escalation_near'),
       (616, 'escalated', 'watchers', 'escalated');
-- The one letter that speaks to its reader's part: without that sentence it is for watchers too.
insert into notification_template (name, language, subject, body)
select 'released_watcher', language, subject,
       replace(replace(body, E'\n\nCome responsabile devi assegnarlo a un altro operatore.', ''),
               E'\n\nAs its responsible you are asked to assign it to another agent.', '')
  from notification_template
 where name = 'released';

create index ticket_title_sought on ticket using gin (folded(title) gin_trgm_ops);
