create table vault_key (
	version integer primary key check (version between 1 and 255),
	check_value bytea not null check (octet_length(check_value) = 32),
	since timestamptz not null default now()
);
comment on table vault_key is 'The root keys that this database was sealed with: no key, only what proves that the key file is the right one. Read by the owner alone.';
comment on column vault_key.check_value is 'Derived from the root key; tells nothing about it';
