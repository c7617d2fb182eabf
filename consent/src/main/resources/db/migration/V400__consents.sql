-- What data subjects agreed to and what they withdrew. Rows are only ever added: the history is the register.

create table consent (
    id uuid primary key,
    case_id text not null,
    subject text not null,
    provider text not null check (provider ~ '^[0-9]{20}$'),
    recipients text[] not null check (cardinality(recipients) between 1 and 64),
    categories text[] not null check (cardinality(categories) between 1 and 64),
    kind text not null check (kind in ('PROCESSING_BASIS', 'SECRECY_RELEASE', 'SERVICE_AGREEMENT')),
    explicit boolean not null,
    given_by text not null check (given_by in ('SELF', 'REPRESENTATIVE')),
    method bytea not null,
    given_at timestamptz not null,
    valid_until timestamptz check (valid_until > given_at),
    registered_at timestamptz not null,
    entry bigint not null
);
create index consent_of_case on consent (case_id);
comment on column consent.method is 'how it was collected, in the provider''s words, sealed under the case key';
comment on column consent.entry is 'where the registration was recorded';

create table consent_withdrawal (
    consent uuid primary key references consent (id),
    withdrawn_at timestamptz not null,
    entry bigint not null
);

grant select, insert on consent, consent_withdrawal to ${runtime};
