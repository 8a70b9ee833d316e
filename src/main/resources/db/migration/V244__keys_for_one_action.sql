alter table agent_permission drop constraint agent_permission_permission_check;
alter table agent_permission add constraint agent_permission_permission_check
    check (permission in ('ro', 'move_into', 'create', 'note', 'owner', 'priority', 'compose', 'phone', 'close', 'pending',
                          'responsible', 'customer', 'rw'));
alter table role_permission drop constraint role_permission_permission_check;
alter table role_permission add constraint role_permission_permission_check
    check (permission in ('ro', 'move_into', 'create', 'note', 'owner', 'priority', 'compose', 'phone', 'close', 'pending',
                          'responsible', 'customer', 'rw'));
alter table own_rule drop constraint own_rule_permission_check;
alter table own_rule add constraint own_rule_permission_check
    check (permission in ('ro', 'move_into', 'create', 'note', 'owner', 'priority', 'compose', 'phone', 'close', 'pending',
                          'responsible', 'customer', 'rw'));
