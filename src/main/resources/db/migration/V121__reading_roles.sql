-- Roles of people who look at the work of others, such as quality and oversight: who has one sees, and changes nothing.

alter table role add column reads_only boolean not null default false;
comment on column role.reads_only is 'who has it keeps of all keys, wherever they come from, only the right to read';

create view reading_agent as
select distinct m.agent_id
  from agent_role m
  join role r on r.id = m.role_id and r.valid and r.reads_only;

create or replace view agent_grant as
select agent_id, group_id, permission
  from (select p.agent_id, p.group_id, case when b.agent_id is null then p.permission else 'ro' end as permission
          from agent_permission p
          left join reading_agent b on b.agent_id = p.agent_id
         where b.agent_id is null or p.permission in ('ro', 'rw')
         union
        select ar.agent_id, rp.group_id, case when b.agent_id is null then rp.permission else 'ro' end
          from agent_role ar
          join role r on r.id = ar.role_id and r.valid
          join role_permission rp on rp.role_id = r.id
          left join reading_agent b on b.agent_id = ar.agent_id
         where b.agent_id is null or rp.permission in ('ro', 'rw')) granted
  join permission_group g on g.id = group_id and g.valid;
