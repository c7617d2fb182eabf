-- What replaced the credentials a partner was registered with; the newest row of a partner counts.

create table partner_credentials (
    entry bigint primary key,
    oin text not null references partner (oin),
    client_keys text not null,
    certificates text[] not null,
    replaced_at timestamptz not null
);
comment on column partner_credentials.entry is 'where the replacement stands in the log';
create index partner_credentials_of on partner_credentials (oin, entry);

grant select, insert on partner_credentials to ${runtime};
