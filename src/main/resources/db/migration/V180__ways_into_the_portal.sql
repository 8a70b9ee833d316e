-- Since when somebody can enter, and when they last did; empty where it was not noted yet.
alter table account add column opened_at timestamptz;
alter table account add column entered_at timestamptz;

-- Links by which a customer user without an account chooses a first password: one that an agent has sent as an invitation,
-- and one that the person has asked for. A newer one takes the place of the older of its kind.
create table portal_link (
    customer_user_id bigint      not null references customer_user on delete cascade,
    invited          boolean     not null,
    token_hash       bytea       not null unique,
    -- to which it went: it is dead when the person has another
    email            text        not null,
    sent_at          timestamptz not null,
    expires_at       timestamptz not null,
    primary key (customer_user_id, invited)
);

-- Whose invitation is still to be written: those of a file leave little by little.
create table portal_invitation (
    customer_user_id bigint primary key references customer_user on delete cascade
);
