-- A link to a new password is good for who reads at the address to which it went: corrected, it is dead.
alter table reset_token add column email text not null default '';
update reset_token t
   set email = coalesce(g.email, u.email, '')
  from account a
  left join agent g on g.id = a.agent_id
  left join customer_user u on u.id = a.customer_user_id
 where a.id = t.account_id;
alter table reset_token alter column email drop default;
comment on column reset_token.email is 'the address of the person when the link was made';

-- A key that was shown and never confirmed must not lie open for ever.
alter table factor_draft add column expires_at timestamptz not null default now() + interval '15 minutes';
alter table factor_draft alter column expires_at drop default;
