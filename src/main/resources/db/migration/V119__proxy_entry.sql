-- A proxy before the house that has logged people in already, and says so in a header.
alter table access_rule
    add column proxy_header text not null default '',
    add column proxies      text not null default '',
    add check ((proxy_header = '') = (proxies = ''));
comment on column access_rule.proxies is 'addresses and networks from which the header counts; from everywhere else it says nothing';
