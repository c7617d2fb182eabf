-- Rules that somebody proposed, and what others did with them. Rows are only ever added, in the ledger's transaction.

create table policy_proposal (
    revision       bigint      primary key check (revision > 0),
    digest         text        not null unique check (digest ~ '^sha256:[0-9a-f]{64}$'),
    archive        bytea       not null,
    author_partner text        not null,
    author         text        not null,
    again          bigint,
    tests_report   text,
    tests_passed   integer     check (tests_passed > 0),
    invariants     integer     check (invariants >= 0),
    proposed_at    timestamptz not null,
    entry          bigint      not null,
    check ((tests_report is null) = (tests_passed is null) and (tests_report is null) = (invariants is null))
);
comment on column policy_proposal.again is 'of which earlier revision these are the rules, unchanged';
comment on column policy_proposal.tests_report is 'digest of the report of the tests, all of which passed; absent for rules that came with the software';
alter table policy_proposal alter column archive set storage external;

create table policy_step (
    entry      bigint      primary key,
    revision   bigint      not null references policy_proposal (revision),
    kind       text        not null check (kind in ('REVIEW', 'APPROVAL', 'REJECTION', 'ORDER')),
    partner    text        not null,
    employee   text        not null,
    at         timestamptz not null,
    verdict    text        check (verdict in ('POSITIVE', 'NEGATIVE')),
    remarks    text        check (length(remarks) <= 2000),
    articles   text[],
    replay     text,
    moment     timestamptz,
    check ((kind = 'REVIEW') = (verdict is not null)),
    check ((kind = 'APPROVAL') = (replay is not null)),
    check ((kind = 'ORDER') = (moment is not null))
);
comment on column policy_step.replay is 'digest of the replay report that the approver could see';
comment on column policy_step.moment is 'when the rules are to be used';
create index policy_step_of on policy_step (revision, entry);
create unique index policy_rejection_of on policy_step (revision) where kind = 'REJECTION';

grant select, insert on policy_proposal, policy_step to ${runtime};
