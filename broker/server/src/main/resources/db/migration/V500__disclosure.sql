-- What was let through the door, and what waits for its recipient. Rows are written in the ledger's transaction only.

-- Which entries an exchange led to, so that a retry gets the answer of the first time (provider and id are the key).
create table exchange (
    provider    text        not null,
    id          uuid        not null,
    case_id     text        not null,
    digest      text        not null,
    first_entry bigint      not null,
    entries     integer     not null check (entries > 0),
    primary key (provider, id)
);

-- One row per recipient that may have something. `entry` is where it stands in the ledger, and its place in the inbox.
-- `partial` says whether something of the exchange was withheld from it.
-- `sealed` holds, under the case key, exactly the items this recipient may have; it is gone once the disclosure ended.
create table disclosure (
    id           uuid        primary key,
    entry        bigint      not null,
    exchange     uuid        not null,
    provider     text        not null,
    recipient    text        not null,
    case_id      text        not null,
    partial      boolean     not null,
    recorded_at  timestamptz not null,
    expires_at   timestamptz not null,
    collected_at timestamptz,
    ended_at     timestamptz,
    ended_as     text        check (ended_as in ('ACKNOWLEDGED', 'WITHDRAWN', 'EXPIRED')),
    sealed       bytea,
    check ((ended_at is null) = (ended_as is null)),
    check ((sealed is null) = (ended_as is not null))
);
-- Ciphertext does not compress, so PostgreSQL need not try.
alter table disclosure alter column sealed set storage external;
create unique index disclosure_inbox on disclosure (recipient, entry);
create index disclosure_live on disclosure (expires_at) where ended_as is null;

-- One row per release that was signed: what an acknowledgement must name.
create table collection (
    entry        bigint      primary key,
    disclosure   uuid        not null references disclosure (id),
    id           uuid        not null,
    release      text        not null,
    result       text        check (result in ('OPENED', 'UNREADABLE')),
    result_entry bigint,
    check ((result is null) = (result_entry is null))
);
create index collection_of on collection (disclosure, id);

grant select, insert on exchange to ${runtime};
grant select, insert, update on disclosure, collection to ${runtime};
