-- Customer users enter by a provider of their own, and every token shows by its signature that its provider wrote it.
alter table oidc_provider
    add column audience      text not null default 'desk' check (audience in ('desk', 'portal')),
    add column keys_endpoint text not null default '';
alter table oidc_provider drop constraint oidc_provider_pkey;
alter table oidc_provider drop column one;
alter table oidc_provider add primary key (audience);
alter table oidc_provider alter column audience drop default;
comment on column oidc_provider.audience is 'whom it brings: agents, or customer users';
comment on column oidc_provider.keys_endpoint is 'where it shows its keys; empty until it is asked again';

alter table oidc_subject add column audience text not null default 'desk' check (audience in ('desk', 'portal'));
update oidc_subject s
   set audience = 'portal'
  from account a
 where a.id = s.account_id
   and a.customer_user_id is not null;
alter table oidc_subject drop constraint oidc_subject_pkey;
alter table oidc_subject add primary key (issuer, subject, audience);
alter table oidc_subject alter column audience drop default;

-- Whoever entered until today still does.
insert into oidc_provider (audience, active, name, issuer, client_id, client_secret,
                           authorization_endpoint, token_endpoint)
select 'portal', active, name, issuer, client_id, client_secret, authorization_endpoint, token_endpoint
  from oidc_provider
 where exists (select 1 from oidc_subject where audience = 'portal');

create table oidc_domain (
    domain      text primary key check (domain = lower(domain) and domain <> ''),
    customer_id bigint not null references customer on delete cascade
);
comment on table oidc_domain is 'whose people are entered as customer users when the portal''s provider brings them, by the domain of their address';
create index oidc_domain_customer on oidc_domain (customer_id);
