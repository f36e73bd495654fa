-- Keys for what people seal in their browsers. The server keeps public halves, and private ones that it cannot open.
create table sealing_identity (
	id uuid primary key,
	person_id uuid not null references person,
	signing_key bytea not null check (octet_length(signing_key) = 65),
	agreement_key bytea not null check (octet_length(agreement_key) = 65),
	proof bytea not null check (octet_length(proof) = 64),
	made_at timestamptz not null default now(),
	replaced_at timestamptz
);
comment on table sealing_identity is 'The public halves of a person''s keys; everyone in the organisation may read them, as one reads an address';
comment on column sealing_identity.proof is 'Signature of the signing key over both keys and whose they are';
comment on column sealing_identity.replaced_at is 'When the person made new keys because these were lost; null for those in use';
create unique index sealing_identity_person on sealing_identity (person_id) where replaced_at is null;
create index sealing_identity_all on sealing_identity (person_id, made_at);

create table sealing_secret (
	identity_id uuid primary key references sealing_identity,
	person_id uuid not null references person,
	sealed_keys bytea not null check (octet_length(sealed_keys) between 200 and 1000)
);
comment on table sealing_secret is 'The private halves, encrypted in the browser by an account key that the server never holds';
create index sealing_secret_person on sealing_secret (person_id);

create table unlocker (
	id uuid primary key,
	identity_id uuid not null references sealing_identity,
	person_id uuid not null references person,
	kind text not null check (kind in ('passkey', 'recovery-code', 'passphrase', 'device')),
	label text not null default '' check (length(label) <= 100),
	salt bytea not null check (octet_length(salt) = 32),
	rounds integer not null check (rounds >= 0),
	wrapped bytea not null check (octet_length(wrapped) = 60),
	credential_id text check (length(credential_id) <= 1400),
	made_at timestamptz not null default now(),
	check (kind <> 'passphrase' or rounds >= 600000),
	check ((kind = 'passkey') = (credential_id is not null))
);
comment on table unlocker is 'One way to open one''s keys: the account key, wrapped in the browser by a passkey''s secret, a recovery code, a passphrase or a key of a device';
comment on column unlocker.label is 'What the person calls it, or the device it belongs to';
comment on column unlocker.rounds is 'Of PBKDF2; 0 for what needs no stretching';
comment on column unlocker.credential_id is 'The passkey to ask, base64url';
create index unlocker_person on unlocker (person_id);

create table sealing_comparison (
	by_identity uuid not null references sealing_identity,
	of_identity uuid not null references sealing_identity,
	by_person uuid not null references person,
	assurance text not null check (assurance in ('seen', 'compared')),
	signature bytea not null check (octet_length(signature) = 64),
	made_at timestamptz not null default now(),
	primary key (by_identity, of_identity, assurance)
);
comment on table sealing_comparison is 'Whose keys somebody has met, and whose they compared by word, signed by themselves so that it holds on each of their devices';
create index sealing_comparison_person on sealing_comparison (by_person);
create index sealing_comparison_of on sealing_comparison (of_identity);

call protect(array['sealing_identity', 'sealing_secret', 'unlocker', 'sealing_comparison']::regclass[]);

create policy colleagues on sealing_identity for select using ((select acting_person()) is not null);
create policy own on sealing_identity for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy housekeeping on sealing_identity for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on sealing_identity to :"application";
grant update (replaced_at) on sealing_identity to :"application";

create policy own on sealing_secret for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy housekeeping on sealing_secret for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on sealing_secret to :"application";

create policy own on unlocker for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy housekeeping on unlocker for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on unlocker to :"application";

create policy own on sealing_comparison for all using (by_person = (select acting_person())) with check (by_person = (select acting_person()));
create policy housekeeping on sealing_comparison for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on sealing_comparison to :"application";
