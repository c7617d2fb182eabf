-- Who may talk to the broker, and with which keys. Rows are added and superseded, never rewritten.

create table partner (
    oin text primary key check (oin ~ '^[0-9]{20}$'),
    name text not null check (length(name) between 1 and 200),
    type text not null,
    participant_class text not null check (participant_class in ('PUBLIC', 'PRIVATE', 'INCIDENTAL')),
    client_keys text not null,
    certificates text[] not null default '{}',
    entry bigint not null,
    registered_at timestamptz not null
);
comment on column partner.client_keys is 'JWK set (RFC 7517) with which the partner authenticates to the token endpoint';
comment on column partner.certificates is 'SHA-256 thumbprints (base64url) of the TLS certificates it may connect with';
comment on column partner.entry is 'where its registration stands in the log';

create table partner_key_set (
    oin text not null references partner (oin),
    sequence bigint not null check (sequence > 0),
    hash text not null,
    jwks text not null,
    expires_at timestamptz not null,
    entry bigint not null,
    published_at timestamptz not null,
    primary key (oin, sequence)
);
comment on table partner_key_set is 'signed key sets as the partner published them; the highest sequence counts';
comment on column partner_key_set.hash is 'base64url SHA-256 of the signed key set; stands in the leaf of its entry';

create table revoked_key (
    oin text not null references partner (oin),
    kid text not null,
    entry bigint not null,
    revoked_at timestamptz not null,
    primary key (oin, kid)
);

grant select, insert on partner, partner_key_set, revoked_key to ${runtime};
