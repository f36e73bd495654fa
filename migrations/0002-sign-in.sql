create table password (
	person_id uuid primary key references person,
	hash text not null,
	set_at timestamptz not null default now()
);
comment on column password.hash is 'argon2id in PHC string form';

create table sign_in (
	token_hash bytea primary key,
	person_id uuid not null references person,
	method text not null check (method in ('password', 'link', 'set-up', 'demonstration')),
	device text not null default '',
	signed_in_at timestamptz not null default now(),
	seen_at timestamptz not null default now(),
	expires_at timestamptz not null
);
comment on table sign_in is 'A browser that is signed in. The cookie holds the token, the table only its SHA-256.';
comment on column sign_in.device is 'Browser and system family, for the person to recognise; never the whole user agent';
create index sign_in_person on sign_in (person_id);

create table sign_in_link (
	token_hash bytea primary key,
	person_id uuid not null references person,
	purpose text not null check (purpose in ('invitation', 'magic-link', 'password-reset')),
	made_by uuid references person,
	made_at timestamptz not null default now(),
	expires_at timestamptz not null,
	used_at timestamptz
);
comment on table sign_in_link is 'A link that signs in once: invitation, magic link or password reset. Single use, expiring.';
create index sign_in_link_person on sign_in_link (person_id);

create table mail (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references person,
	kind text not null,
	subject text not null,
	body_text text not null,
	body_html text not null,
	holds_sign_in_link boolean not null default false,
	message_id text not null unique,
	created_at timestamptz not null default now(),
	sent_at timestamptz,
	attempts integer not null default 0,
	failure text
);
comment on table mail is 'Outgoing mail. Without SMTP it stays here and is shown on the outbox page, except mail that holds a sign-in link.';
create index mail_created on mail (created_at);

call protect(array['password', 'sign_in', 'sign_in_link', 'mail']::regclass[]);

create policy sign_in on password for all
	using ((select acting_process()) in ('sign-in', 'set-up', 'demonstration'))
	with check ((select acting_process()) in ('sign-in', 'set-up', 'demonstration'));
create policy own on password for all
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
grant select, insert, update, delete on password to :"application";

create policy sign_in on sign_in for all
	using ((select acting_process()) in ('sign-in', 'set-up', 'housekeeping'))
	with check ((select acting_process()) in ('sign-in', 'set-up'));
create policy own on sign_in for all
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
-- Whoever marks a colleague as left, or resets their password, also signs them out everywhere.
create policy people_office on sign_in for delete
	using ((select holds_office_anywhere(array['administrator', 'program-manager'])));
grant select, insert, update, delete on sign_in to :"application";

create policy sign_in on sign_in_link for all
	using ((select acting_process()) in ('sign-in', 'housekeeping'))
	with check ((select acting_process()) = 'sign-in');
-- An office holder makes a link, and never sees one again that is already made.
create policy made on sign_in_link for insert
	with check (made_by = (select acting_person()) and (select holds_office_anywhere(array['administrator', 'program-manager'])));
grant select, insert, update, delete on sign_in_link to :"application";

create policy added on mail for insert with check (acting_person() is not null or acting_process() <> 'anyone');
create policy sending on mail for all using ((select acting_process()) in ('mail', 'housekeeping')) with check ((select acting_process()) = 'mail');
create policy own on mail for select using (person_id = (select acting_person()));
create policy outbox on mail for select using (
	not holds_sign_in_link and (select holds_office_anywhere(array['administrator', 'program-manager']))
);
grant select, insert, update, delete on mail to :"application";
