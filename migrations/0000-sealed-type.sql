-- What the vault makes (src/platform/vault): the number of the root key, a nonce, the padded text encrypted, a tag. A column of this type is
-- found by ./baton rotate-key and by the tests without being listed anywhere; its row is known to the cipher by the table's primary key.
create domain sealed as bytea check (octet_length(value) >= 61);
comment on domain sealed is 'Encrypted by the vault with a key outside the database, bound to table, column and primary key';
