-- The archives of the rules that were used, signed by this installation: a restart and every other node take them from here.

create table policy_bundle (
    digest   text   primary key check (digest ~ '^sha256:[0-9a-f]{64}$'),
    revision bigint not null unique check (revision > 0),
    archive  bytea  not null
);
comment on table policy_bundle is 'rows are added and never changed; which one is in use says policy_activation';
-- An archive is compressed already.
alter table policy_bundle alter column archive set storage external;

-- What each node of this installation says of itself, for the status page; nothing is decided by it.
create table policy_node (
    node         text        primary key,
    revision     bigint      not null,
    digest       text        not null,
    in_use_since timestamptz not null,
    seen_at      timestamptz not null
);

-- What was offered from outside and not taken.
create table policy_refusal (
    id         bigint      generated always as identity primary key,
    node       text        not null,
    mandate    text        not null,
    revision   bigint,
    digest     text,
    reason     text        not null,
    refused_at timestamptz not null
);

grant select, insert on policy_bundle, policy_refusal to ${runtime};
grant select, insert, update on policy_node to ${runtime};
