-- More ways to sign in, each revocable by itself.
alter table sign_in drop constraint sign_in_method_check;
alter table sign_in add constraint sign_in_method_check
	check (method in ('password', 'link', 'set-up', 'demonstration', 'passkey', 'single-sign-on'));
alter table sign_in add column id uuid not null default gen_random_uuid() unique;
comment on column sign_in.id is 'What a person ends one of their sign-ins by; the hash of its token never leaves the database';

create table passkey (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references person,
	credential_id bytea not null unique,
	public_key bytea not null,
	counter bigint not null default 0,
	transports text[] not null default '{}',
	name text not null check (name <> ''),
	is_synced boolean not null,
	has_prf boolean,
	added_at timestamptz not null default now(),
	used_at timestamptz
);
comment on table passkey is 'A passkey of a person. The private half never leaves their device; who has this table can sign in nowhere.';
comment on column passkey.public_key is 'COSE key, as the device gave it';
comment on column passkey.counter is 'How often the device says it has signed. A step back means a copy; synced passkeys always say 0.';
comment on column passkey.name is 'As its owner calls it, to tell it from others';
comment on column passkey.is_synced is 'Whether the device says that it keeps copies of it elsewhere, so that losing the device does not lose the passkey';
comment on column passkey.has_prf is 'Whether it can derive keys (the PRF extension), with which sealed notes are unlocked; null: the browser did not say';
create index passkey_person on passkey (person_id);

create table passkey_challenge (
	challenge bytea primary key,
	purpose text not null check (purpose in ('add', 'sign-in')),
	person_id uuid references person,
	expires_at timestamptz not null,
	check ((purpose = 'add') = (person_id is not null))
);
comment on table passkey_challenge is 'What a device has been asked to sign. Taken out by the first answer, right or wrong.';

create table identity (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references person,
	issuer text not null,
	subject text not null,
	linked_by text not null check (linked_by in ('person', 'invitation', 'employee-number')),
	linked_at timestamptz not null default now(),
	used_at timestamptz,
	unique (issuer, subject),
	unique (person_id, issuer)
);
comment on table identity is 'Who a person is at the organisation''s identity provider: issuer and subject, nothing else. Never found by an e-mail address.';
comment on column identity.linked_by is 'How Baton came to know: the person, signed in; a one-time invitation; or the employee number that HR gave both';

create table identity_flow (
	state_hash bytea primary key,
	browser_hash bytea not null,
	nonce text not null,
	code_verifier text not null,
	issuer text not null,
	purpose text not null check (purpose in ('sign-in', 'link', 'invitation')),
	person_id uuid references person,
	link_hash bytea,
	next text not null default '/',
	expires_at timestamptz not null,
	check ((purpose = 'link') = (person_id is not null)),
	check ((purpose = 'invitation') = (link_hash is not null))
);
comment on table identity_flow is 'A visit to the identity provider that has not come back yet. Bound to the browser that began it; taken out by the first answer.';

create table link_request (
	id uuid primary key default gen_random_uuid(),
	email text not null,
	purpose text not null check (purpose in ('magic-link', 'password-reset')),
	asked_at timestamptz not null default now()
);
comment on table link_request is 'Someone asked for a link to this address. Whether it is anybody''s is looked up later, by a job, so that the answer takes the same time for all.';

call protect(array['passkey', 'passkey_challenge', 'identity', 'identity_flow', 'link_request']::regclass[]);

create policy own on passkey for all
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy sign_in on passkey for select using ((select acting_process()) = 'sign-in');
create policy used on passkey for update
	using ((select acting_process()) = 'sign-in') with check ((select acting_process()) = 'sign-in');
create policy revoked on passkey for delete using ((select acting_process()) = 'sign-in');
grant select, insert, delete, update (name, counter, used_at, is_synced) on passkey to :"application";

create policy sign_in on passkey_challenge for all
	using ((select acting_process()) = 'sign-in') with check ((select acting_process()) = 'sign-in');
grant select, insert, delete on passkey_challenge to :"application";

create policy own on identity for all
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()) and linked_by = 'person');
create policy sign_in on identity for all
	using ((select acting_process()) = 'sign-in') with check ((select acting_process()) = 'sign-in');
grant select, insert, delete, update (used_at) on identity to :"application";

create policy sign_in on identity_flow for all
	using ((select acting_process()) = 'sign-in') with check ((select acting_process()) = 'sign-in');
grant select, insert, delete on identity_flow to :"application";

create policy sign_in on link_request for all
	using ((select acting_process()) = 'sign-in') with check ((select acting_process()) = 'sign-in');
grant select, insert, delete on link_request to :"application";

-- Single sign-on may look an employee number up, and nothing else of what HR says; it is a process of its own for that.
create policy single_sign_on on employment for select
	using ((select acting_process()) = 'single-sign-on' and employee_number is not null);
