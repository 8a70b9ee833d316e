-- What names to enter by are compared by: without capitals, in plain forms, ß as ss, and the Turkish i as ours. Names that
-- clash by it since before stay as they are; no new ones come to them.
create function login_key(text) returns text language sql immutable strict parallel safe
    return replace(
        lower(replace(
            replace(
                replace(replace(normalize($1, nfkc), U&'\00DF', 'ss'), U&'\1E9E', 'ss'), U&'\0131', 'i'), U&'\0130', 'i')),
        U&'\03C2', U&'\03C3');

create index agent_login_key on agent (login_key(login));
create index agent_email_key on agent (login_key(email));
create index customer_user_login_key on customer_user (login_key(login));
create index customer_user_email_key on customer_user (login_key(email));
