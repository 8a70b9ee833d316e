-- Whoever loses a session or a key hears nothing more on the pages that are open, by whatever way it happened: each node is
-- told as soon as it is committed, and ends their streams; who still may opens them again.

create function call_out_reader(agent bigint) returns void language sql as $$
    select pg_notify('sportello_live', 'over ' || agent) where agent is not null;
$$;

create function session_is_over() returns trigger language plpgsql as $$
begin
    perform call_out_reader(a.agent_id) from account a where a.id = old.account_id;
    return null;
end $$;
create trigger session_is_over after delete on login_session
    for each row execute function session_is_over();

create function key_is_taken() returns trigger language plpgsql as $$
begin
    perform call_out_reader(old.agent_id);
    return null;
end $$;
create trigger key_is_taken after delete or update on agent_permission
    for each row execute function key_is_taken();
create trigger role_is_taken after delete or update on agent_role
    for each row execute function key_is_taken();

create function key_is_taken_from_role() returns trigger language plpgsql as $$
begin
    perform call_out_reader(m.agent_id) from agent_role m where m.role_id = old.role_id;
    return null;
end $$;
create trigger key_is_taken_from_role after delete or update on role_permission
    for each row execute function key_is_taken_from_role();

create function role_leaves() returns trigger language plpgsql as $$
begin
    perform call_out_reader(m.agent_id) from agent_role m where m.role_id = new.id;
    return null;
end $$;
create trigger role_leaves after update of valid on role
    for each row when (old.valid and not new.valid) execute function role_leaves();

create function group_leaves() returns trigger language plpgsql as $$
begin
    perform call_out_reader(p.agent_id) from agent_permission p where p.group_id = new.id;
    perform call_out_reader(m.agent_id)
       from role_permission r
       join agent_role m on m.role_id = r.role_id
      where r.group_id = new.id;
    return null;
end $$;
create trigger group_leaves after update of valid on permission_group
    for each row when (old.valid and not new.valid) execute function group_leaves();

create function agent_is_gone() returns trigger language plpgsql as $$
begin
    perform call_out_reader(new.id);
    return null;
end $$;
create trigger agent_is_gone after update of valid on agent
    for each row when (old.valid and not new.valid) execute function agent_is_gone();
