-- The log. Rows are added, never changed: the runtime role may do nothing else, and whoever owns the tables is found out
-- by the audit, since every column follows from the others or from what was signed and given away.

create table log_entry (
    index bigint primary key check (index >= 0),
    leaf bytea not null,
    hash bytea not null check (octet_length(hash) = 32)
);
comment on table log_entry is 'the leaves in order; the hashes are the row at level 0 of the tree (c2sp.org/tlog-tiles)';

create table log_record (
    index bigint primary key,
    salt bytea not null check (octet_length(salt) = 32),
    record bytea not null
);
comment on table log_record is 'what a leaf commits to; a row can be destroyed after its term and the tree stays whole';

create table log_question (
    index bigint primary key,
    question bytea not null
);
comment on table log_question is 'evidence to replay a decision, stored at the first entry of a writing that rests on it';

create table log_node (
    level smallint not null check (level > 0),
    index bigint not null check (index >= 0),
    hash bytea not null check (octet_length(hash) = 32),
    primary key (level, index)
);
comment on table log_node is 'roots of full tiles: the rows of the tree above level 0';

create table log_checkpoint (
    number bigint primary key check (number >= 0),
    size bigint not null check (size >= 0),
    note text not null
);
comment on table log_checkpoint is 'every checkpoint that was signed, without a gap; the first is of the empty log';

-- Which broker may write: a broker that was paused while another took over finds a later epoch and stops.
create table log_lease (
    one boolean primary key default true check (one),
    epoch bigint not null
);
insert into log_lease (epoch) values (0);

create table fact_version (
    scope text primary key,
    version bigint not null check (version >= 0)
);
comment on table fact_version is 'how often the facts of a scope have changed; a decision is recorded only at the versions it was made on';

grant select, insert on log_entry, log_record, log_question, log_node, log_checkpoint to ${runtime};
grant select, update on log_lease to ${runtime};
grant select, insert, update on fact_version to ${runtime};
