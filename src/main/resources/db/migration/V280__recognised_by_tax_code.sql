-- Customer users are recognised by their tax code, where the house wants it, and providers of SPID are asked as it is asked of them.
alter table oidc_provider add column tax_code text not null default '' check (tax_code = '' or audience = 'portal');
comment on column oidc_provider.tax_code is 'the claim that says by which tax code people are recognised; empty where their address does';

alter table saml_provider
    add column tax_code             text not null default '' check (tax_code = '' or audience = 'portal'),
    add column spid_level           smallint not null default 0
        check (spid_level = 0 or spid_level between 1 and 3 and audience = 'portal' and tax_code <> ''),
    add column our_next_key         bytea,
    add column our_next_certificate text,
    add check ((our_next_key is null) = (our_next_certificate is null));
comment on column saml_provider.tax_code is 'the attribute that says by which tax code people are recognised; empty where their address does';
comment on column saml_provider.spid_level is 'how surely SPID must know people, 1 to 3; 0 where the provider is asked as any other';
comment on column saml_provider.our_next_key is 'encrypted; the one that follows ours, null as long as none does: answers may be encrypted to either';
