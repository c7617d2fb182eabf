-- What is so about a case. Rows are only ever added, so that what was so at an earlier moment can still be told;
-- the keys are the exception, since deleting a key is how a case is forgotten.

create table case_file (
    id text primary key check (id ~ '^[A-Za-z0-9_-]{22}$'),
    purpose text not null,
    type text not null,
    goal bytea not null,
    registered_by text not null,
    registered_at timestamptz not null,
    entry bigint not null unique
);
comment on column case_file.goal is 'what the partners want to reach, sealed under the case key';
comment on column case_file.entry is 'where the registration was recorded';

create table case_subject (
    case_id text not null references case_file (id),
    position smallint not null,
    pseudonym text not null,
    age_band text not null,
    role text not null,
    primary key (case_id, position),
    unique (case_id, pseudonym)
);

create table case_stage (
    case_id text not null references case_file (id),
    entry bigint not null,
    stage text not null,
    entered_at timestamptz not null,
    primary key (case_id, entry)
);
comment on table case_stage is 'every stage the case entered; the latest entry counts';

create table case_admission (
    case_id text not null references case_file (id),
    partner text not null check (partner ~ '^[0-9]{20}$'),
    entry bigint not null,
    participant_class text not null check (participant_class in ('PUBLIC', 'PRIVATE', 'INCIDENTAL')),
    admitted_from timestamptz not null,
    admitted_until timestamptz check (admitted_until > admitted_from),
    removed boolean not null,
    primary key (case_id, partner, entry)
);
create index case_admission_of_partner on case_admission (partner, case_id, entry);
comment on table case_admission is 'every admission and removal; for each partner the latest entry counts';

create table case_key (
    case_id text primary key references case_file (id),
    epoch integer not null,
    wrapped bytea not null
);
comment on table case_key is 'each case''s key, wrapped by the epoch key that is outside the database';

grant select, insert on case_file, case_subject, case_stage, case_admission, case_key to ${runtime};
grant delete on case_key to ${runtime};
