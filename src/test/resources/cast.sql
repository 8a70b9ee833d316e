-- The people of docs/cast.md, their groups, queues and routing rules.

insert into permission_group (name, comment)
values ('energia', 'Impianti termici degli edifici'),
       ('guasti', 'Guasti della pubblica illuminazione, anche per i fornitori'),
       ('amministrazione', 'Fatture e contratti'),
       ('smistamento', 'Ciò che nessuna regola riconosce');

insert into agent (login, first_name, last_name, email, administrator, supplier)
values ('laura.bassi', 'Laura', 'Bassi', 'laura.bassi@valleservizi.example', false, false),
       ('carla.neri', 'Carla', 'Neri', 'carla.neri@valleservizi.example', false, false),
       ('mario.ferri', 'Mario', 'Ferri', 'mario.ferri@valleservizi.example', false, false),
       ('nadia.costa', 'Nadia', 'Costa', 'nadia.costa@valleservizi.example', false, false),
       ('anna.riva', 'Anna', 'Riva', 'anna.riva@valleservizi.example', true, false),
       ('piero.gatti', 'Piero', 'Gatti', 'piero.gatti@elettrogatti.example', false, true);

insert into agent_permission (agent_id, group_id, permission)
select a.id, g.id, may.permission
  from (values ('laura.bassi', 'energia', 'rw'),
               ('laura.bassi', 'guasti', 'move_into'),
               ('mario.ferri', 'energia', 'rw'),
               ('mario.ferri', 'guasti', 'rw'),
               ('piero.gatti', 'guasti', 'rw'),
               ('nadia.costa', 'amministrazione', 'rw'),
               ('nadia.costa', 'energia', 'ro'),
               ('nadia.costa', 'energia', 'note'),
               ('anna.riva', 'smistamento', 'rw'),
               ('anna.riva', 'energia', 'move_into')) as may (login, name, permission)
  join agent a on a.login = may.login
  join permission_group g on g.name = may.name;

insert into role (name, comment) values ('Supervisori', 'Guardano che ogni richiesta sia trattata');
insert into agent_role (agent_id, role_id)
select a.id, r.id
  from agent a, role r
 where a.login = 'carla.neri' and r.name = 'Supervisori';
insert into role_permission (role_id, group_id, permission)
select r.id, g.id, may.permission
  from (values ('energia', 'rw'), ('guasti', 'rw'), ('amministrazione', 'ro')) as may (name, permission)
  join permission_group g on g.name = may.name
  join role r on r.name = 'Supervisori';

insert into queue (name, group_id)
select place.name, g.id
  from (values ('Energia', 'energia'), ('Illuminazione', 'energia'), ('Amministrazione', 'amministrazione'))
       as place (name, "group")
  join permission_group g on g.name = place."group";
insert into queue (name, parent_id, group_id, default_owner_id, default_responsible_id)
select place.name, parent.id, g.id, owner.id, responsible.id
  from (values ('Energia::Impianti termici', 'Energia', 'energia', null, 'carla.neri'),
               ('Illuminazione::Guasti', 'Illuminazione', 'guasti', 'mario.ferri', 'carla.neri'))
       as place (name, parent, "group", owner, responsible)
  join queue parent on parent.name = place.parent
  join permission_group g on g.name = place."group"
  left join agent owner on owner.login = place.owner
  left join agent responsible on responsible.login = place.responsible;
insert into queue (name, group_id, raw)
select 'Raw', g.id, true
  from permission_group g
 where g.name = 'smistamento'
   and not exists (select 1 from queue where raw);

insert into routing_rule (position, name, queue_id)
select rule.position, rule.name, q.id
  from (values (1001, 'Impianti termici', 'Energia::Impianti termici'),
               (1002, 'Guasti alla pubblica illuminazione', 'Illuminazione::Guasti'),
               (1003, 'Fatture', 'Amministrazione')) as rule (position, name, queue)
  join queue q on q.name = rule.queue;
insert into routing_condition (rule_id, position, field, operator, value)
select r.id, 1, condition.field, condition.operator, condition.value
  from (values (1001, 'body', 'matches', 'impianto|riscaldament|caldai'),
               (1002, 'body', 'matches', 'lampion|lampad'),
               (1003, 'subject', 'contains', 'fattur')) as condition (rule, field, operator, value)
  join routing_rule r on r.position = condition.rule;

insert into customer (code, name, street, zip, city)
values ('ROCCALBA', 'Comune di Roccalba', 'Piazza del Municipio 1', '25050', 'Roccalba'),
       ('VALDOMBRA', 'Comune di Valdombra', 'Via Roma 24', '25060', 'Valdombra');

insert into customer_user (login, customer_id, first_name, last_name, email, phone, language)
select person.login, c.id, person.first_name, person.last_name, person.email, person.phone, person.language
  from (values ('giulia.moretti', 'ROCCALBA', 'Giulia', 'Moretti', 'biblioteca@roccalba.example', '0364 000 112', 'it'),
               ('paolo.galli', 'ROCCALBA', 'Paolo', 'Galli', 'tecnico@roccalba.example', '0364 000 115', 'it'),
               ('emily.carter', 'VALDOMBRA', 'Emily', 'Carter', 'turismo@valdombra.example', '0364 000 230', 'en'))
       as person (login, customer, first_name, last_name, email, phone, language)
  join customer c on c.code = person.customer;

update company
   set name = 'Valle Servizi', address = 'Via dei Mulini 12, 25040 Borgovalle',
       email = 'info@valleservizi.example', phone = '800 000 112';
