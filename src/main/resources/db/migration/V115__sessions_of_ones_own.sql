-- Who is made invalid has no session any more, by whatever way it happened.

create function end_sessions() returns trigger language plpgsql as $$
begin
    delete from login_session s
     using account a
     where a.id = s.account_id
       and case tg_table_name when 'agent' then a.agent_id else a.customer_user_id end = new.id;
    return null;
end $$;

create trigger agent_leaves after update of valid on agent
    for each row when (old.valid and not new.valid) execute function end_sessions();
create trigger customer_user_leaves after update of valid on customer_user
    for each row when (old.valid and not new.valid) execute function end_sessions();
