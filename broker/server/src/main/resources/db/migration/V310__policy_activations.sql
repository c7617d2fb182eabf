-- Which bundles of rules this installation signed and used; a bundle older than the newest is never used again.

create table policy_activation (
    revision bigint primary key check (revision > 0),
    digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
    signed_by text not null,
    signature text not null,
    activated_at timestamptz not null,
    entry bigint not null
);
comment on column policy_activation.signature is 'ES256 over revision and digest by the installation''s bundle key, base64url';

grant select, insert on policy_activation to ${runtime};
