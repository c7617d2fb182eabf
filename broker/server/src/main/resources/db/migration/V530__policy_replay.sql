-- What other rules would have made of past decisions. A report is written once; while a replay runs there is none.

create table policy_replay (
    id              uuid        primary key,
    revision        bigint      not null check (revision > 0),
    digest          text        not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
    in_use_revision bigint      not null,
    in_use_digest   text        not null,
    since           timestamptz,
    until           timestamptz,
    first_entry     bigint      not null check (first_entry >= 0),
    end_entry       bigint      not null check (end_entry >= first_entry),
    asked_by        text        not null,
    asked_at        timestamptz not null,
    state           text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    finished_at     timestamptz,
    report          bytea,
    report_digest   text,
    failure         text,
    check ((state = 'RUNNING') = (finished_at is null)),
    check ((state = 'DONE') = (report is not null)),
    check ((state = 'DONE') = (report_digest is not null)),
    check ((state = 'FAILED') = (failure is not null))
);
comment on column policy_replay.report is 'JSON without a person or a case in it; numbers of entries, codes and kinds of partners';
comment on column policy_replay.report_digest is 'SHA-256 over the report, base64url: what an approval names';
create index policy_replay_of on policy_replay (digest, finished_at) where state = 'DONE';

grant select, insert, update on policy_replay to ${runtime};
