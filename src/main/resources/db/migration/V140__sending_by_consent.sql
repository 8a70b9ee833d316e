-- A server that takes our mail may let us in by the consent to a mailbox instead of a password.
alter table mailbox_consent
    add column sending_token bytea,
    add column sending_until timestamptz,
    add constraint mailbox_consent_sending check ((sending_token is null) = (sending_until is null));
comment on column mailbox_consent.sending_token is 'the token of the day for the server that takes our mail, encrypted; one for reading does not open it';

alter table relay
    add column mailbox_id bigint references mailbox,
    drop constraint relay_check,
    add constraint relay_login check (case when mailbox_id is null then (user_name = '') = (secret is null)
                                           else user_name <> '' and secret is null end);
comment on column relay.mailbox_id is 'by whose consent we log in, null where it is a password or nothing';
