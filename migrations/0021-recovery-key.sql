-- The organisation's recovery key: two of three custodians can open what two members agreed they may, from a new epoch on, after a reason and
-- 72 hours that the members are told of. The key has no private half of its own: a relationship's key is wrapped for each two custodians, one
-- inside the other (docs/decisions/0021-two-of-three-custodians.md).
create table recovery_key (
	id uuid primary key default gen_random_uuid(),
	named_by uuid not null references person,
	named_at timestamptz not null default now(),
	replaced_at timestamptz,
	ended_at timestamptz
);
comment on table recovery_key is 'That an administrator named three custodians. No row, or none that has not ended: there is no recovery key.';
comment on column recovery_key.replaced_at is 'Others were named: nothing new is granted to it, what was granted can still be opened';
comment on column recovery_key.ended_at is 'Switched off: nothing can be opened with it any more, and what was wrapped for its custodians is deleted';
create unique index recovery_key_current on recovery_key ((true)) where replaced_at is null and ended_at is null;

create table recovery_custodian (
	recovery_key_id uuid not null references recovery_key,
	custodian_id uuid not null references person,
	identity_id uuid not null references sealing_identity,
	accepted_at timestamptz,
	signature bytea check (octet_length(signature) = 64),
	primary key (recovery_key_id, custodian_id),
	check ((accepted_at is null) = (signature is null))
);
comment on table recovery_custodian is 'Who the three custodians are, with which keys, and that each has accepted, signed over all three. Everyone may know.';
create index recovery_custodian_person on recovery_custodian (custodian_id);

create table recovery_consent (
	relationship_id uuid not null references relationship,
	epoch integer not null check (epoch between 1 and 10000),
	recovery_key_id uuid not null references recovery_key,
	person_id uuid not null references person,
	identity_id uuid not null references sealing_identity,
	signature bytea not null check (octet_length(signature) = 64),
	made_at timestamptz not null default now(),
	primary key (relationship_id, epoch, person_id)
);
comment on table recovery_consent is 'A member agrees that custodians may open what is written under the key of one epoch, which has not begun yet; signed in their browser';
create index recovery_consent_person on recovery_consent (person_id);

create table recovery_epoch (
	relationship_id uuid not null,
	epoch integer not null,
	recovery_key_id uuid not null references recovery_key,
	key_fingerprint bytea not null check (octet_length(key_fingerprint) = 32),
	key_name bytea not null check (octet_length(key_name) = 32),
	member_ids uuid[] not null,
	granted_by uuid not null references person,
	granter_identity uuid not null references sealing_identity,
	signature bytea not null check (octet_length(signature) = 64),
	begun_at timestamptz not null default now(),
	primary key (relationship_id, epoch),
	foreign key (relationship_id, epoch) references relationship_key
);
comment on table recovery_epoch is 'That custodians can open what is written under the key of this epoch; signed by the member who began it with the consent of all';
comment on column recovery_epoch.key_fingerprint is 'Of the recovery key as the members'' browsers saw it: its three custodians'' keys';
comment on column recovery_epoch.key_name is 'The name of the relationship''s key, as in relationship_key, which custodians do not see';
comment on column recovery_epoch.member_ids is 'The members of the relationship, for the policies';

create table recovery_copy (
	relationship_id uuid not null,
	epoch integer not null,
	peeler_id uuid not null references person,
	reader_id uuid not null references person,
	sealed bytea not null check (octet_length(sealed) = 218),
	signature bytea not null check (octet_length(signature) = 64),
	primary key (relationship_id, epoch, peeler_id, reader_id),
	foreign key (relationship_id, epoch) references recovery_epoch,
	check (peeler_id <> reader_id)
);
comment on table recovery_copy is 'A relationship''s key wrapped for one custodian, and that wrapped for another: neither opens it alone, and the one who helps learns nothing';
comment on column recovery_copy.peeler_id is 'Who takes off the outer wrap';
comment on column recovery_copy.reader_id is 'Who opens the inner one, and reads';
create index recovery_copy_peeler on recovery_copy (peeler_id);
create index recovery_copy_reader on recovery_copy (reader_id);

create table recovery_opening (
	id uuid primary key,
	relationship_id uuid not null,
	epoch integer not null,
	recovery_key_id uuid not null references recovery_key,
	member_ids uuid[] not null,
	custodian_id uuid not null references person,
	identity_id uuid not null references sealing_identity,
	reason sealed not null,
	said_at timestamptz not null,
	signature bytea not null check (octet_length(signature) = 64),
	asked_at timestamptz not null default now(),
	foreign key (relationship_id, epoch) references recovery_epoch
);
comment on table recovery_opening is 'A custodian asks to open what a relationship wrote under one key. Its members are told at once.';
comment on column recovery_opening.custodian_id is 'Who asks, and will read';
comment on column recovery_opening.reason is 'Why; read by the members and the custodians';
comment on column recovery_opening.said_at is 'When, by the clock of the custodian''s browser; part of what was signed, so that the other custodian''s browser can count the hours itself';
comment on column recovery_opening.asked_at is 'When, by the database''s clock. Nobody but the database sets it: the 72 hours count from here.';
create index recovery_opening_relationship on recovery_opening (relationship_id, epoch);
create index recovery_opening_custodian on recovery_opening (custodian_id);

create table recovery_step (
	id bigint generated always as identity primary key,
	opening_id uuid not null references recovery_opening,
	act text not null check (act in ('agreed', 'objected', 'peeled', 'read', 'withdrawn')),
	person_id uuid not null references person,
	peeled bytea check (octet_length(peeled) = 125),
	at timestamptz not null default now(),
	check ((act = 'peeled') = (peeled is not null))
);
comment on table recovery_step is 'What happened after a custodian asked, in order; never changed';
comment on column recovery_step.peeled is 'The inner wrap, which only the custodian who asked can open';
create index recovery_step_opening on recovery_step (opening_id, id);

call protect(array[
	'recovery_key', 'recovery_custodian', 'recovery_consent', 'recovery_epoch', 'recovery_copy', 'recovery_opening', 'recovery_step'
]::regclass[]);

create function is_custodian_of(key uuid) returns boolean stable parallel safe language sql
	return exists (select from recovery_custodian where recovery_key_id = key and custodian_id = acting_person());

-- Whether whoever acts may have a part in opening what these people wrote: a custodian of a key that has not ended, who runs no installation, is none
-- of them, and stands in nobody's line, up and down however far.
create function may_open(key uuid, members uuid[]) returns boolean stable parallel safe language sql
	return is_custodian_of(key)
		and exists (select from recovery_key where id = key and ended_at is null)
		and not holds_office(array['administrator'])
		and acting_person() not in (
			with recursive above (id) as (
				select unnest(members)
				union
				select person.manager_id from person join above on person.id = above.id where person.manager_id is not null
			),
			below (id) as (
				select unnest(members)
				union
				select person.id from person join below on person.manager_id = below.id
			)
			select id from above union select id from below
		);

-- Whether the hours are over and a second custodian agrees, with no objection since. Objecting asks the second custodian anew.
create function recovery_is_due(opening uuid) returns boolean stable parallel safe language sql
	return exists (
		select from recovery_opening known
		where known.id = opening and known.asked_at + interval '72 hours' <= now()
	) and exists (
		select from recovery_step agreed
		where agreed.opening_id = opening and agreed.act = 'agreed' and not exists (
			select from recovery_step later
			where later.opening_id = opening and (later.act = 'withdrawn' or (later.act = 'objected' and later.id > agreed.id))
		)
	);

create policy everyone on recovery_key for select using ((select acting_person()) is not null);
create policy named on recovery_key for insert with check (named_by = (select acting_person()) and (select holds_office(array['administrator'])));
create policy closed on recovery_key for update
	using ((select holds_office(array['administrator']))) with check ((select holds_office(array['administrator'])));
grant select, delete on recovery_key to :"application";
grant insert (id, named_by) on recovery_key to :"application";
grant update (replaced_at, ended_at) on recovery_key to :"application";

create policy everyone on recovery_custodian for select using ((select acting_person()) is not null);
create policy named on recovery_custodian for insert with check (accepted_at is null and (select holds_office(array['administrator'])));
create policy accepted on recovery_custodian for update using (custodian_id = (select acting_person()));
grant select, delete on recovery_custodian to :"application";
grant insert (recovery_key_id, custodian_id, identity_id, accepted_at) on recovery_custodian to :"application";
grant update (accepted_at, signature) on recovery_custodian to :"application";

create policy member on recovery_consent for select using (is_member_of(relationship_id));
create policy own on recovery_consent for insert with check (person_id = (select acting_person()) and is_member_of(relationship_id));
create policy taken_back on recovery_consent for delete using (person_id = (select acting_person()));
create policy housekeeping on recovery_consent for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on recovery_consent to :"application";

create policy member on recovery_epoch for select using ((select acting_person()) = any (member_ids));
create policy custodian on recovery_epoch for select using (is_custodian_of(recovery_key_id));
-- Only with a key under which nothing is written yet and which nobody holds yet, of a recovery key that all three have accepted, and with the word of
-- every member.
create policy begun on recovery_epoch for insert with check (
	granted_by = (select acting_person())
	and exists (
		select from relationship known
		where known.id = recovery_epoch.relationship_id and known.member_ids = recovery_epoch.member_ids
			and (select acting_person()) = any (known.member_ids)
	)
	and exists (
		select from relationship_key made
		where made.relationship_id = recovery_epoch.relationship_id and made.epoch = recovery_epoch.epoch
			and made.made_by = (select acting_person())
	)
	and not exists (
		select from relationship_key_grant held
		where held.relationship_id = recovery_epoch.relationship_id and held.epoch = recovery_epoch.epoch
	)
	and not exists (
		select from note written where written.relationship_id = recovery_epoch.relationship_id and written.epoch = recovery_epoch.epoch
	)
	and exists (select from recovery_key known where known.id = recovery_key_id and known.replaced_at is null and known.ended_at is null)
	and not exists (
		select from recovery_custodian missing where missing.recovery_key_id = recovery_epoch.recovery_key_id and missing.accepted_at is null
	)
	and not exists (
		select from unnest(member_ids) as named (id)
		where not exists (
			select from recovery_consent consent
			where consent.relationship_id = recovery_epoch.relationship_id and consent.epoch = recovery_epoch.epoch
				and consent.recovery_key_id = recovery_epoch.recovery_key_id and consent.person_id = named.id
		)
	)
);
create policy housekeeping on recovery_epoch for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, delete on recovery_epoch to :"application";
grant insert (
	relationship_id, epoch, recovery_key_id, key_fingerprint, key_name, member_ids, granted_by, granter_identity, signature
) on recovery_epoch to :"application";

create policy member on recovery_opening for select using ((select acting_person()) = any (member_ids));
create policy custodian on recovery_opening for select using (is_custodian_of(recovery_key_id));
create policy asked on recovery_opening for insert with check (
	custodian_id = (select acting_person()) and may_open(recovery_key_id, member_ids)
	and exists (
		select from recovery_epoch begun
		where begun.relationship_id = recovery_opening.relationship_id and begun.epoch = recovery_opening.epoch
			and begun.recovery_key_id = recovery_opening.recovery_key_id and begun.member_ids = recovery_opening.member_ids
	)
);
create policy housekeeping on recovery_opening for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, delete on recovery_opening to :"application";
-- Without asked_at: nobody tells the database when the hours began.
grant insert (id, relationship_id, epoch, recovery_key_id, member_ids, custodian_id, identity_id, reason, said_at, signature) on recovery_opening to :"application";

create policy told on recovery_step for select using (exists (select from recovery_opening known where known.id = opening_id));
create policy by_member on recovery_step for insert with check (
	act = 'objected' and person_id = (select acting_person())
	and exists (select from recovery_opening known where known.id = opening_id and (select acting_person()) = any (known.member_ids))
);
create policy by_second on recovery_step for insert with check (
	act in ('agreed', 'peeled') and person_id = (select acting_person())
	and exists (
		select from recovery_opening known
		where known.id = opening_id and known.custodian_id <> (select acting_person()) and may_open(known.recovery_key_id, known.member_ids)
	)
	and (act = 'agreed' or recovery_is_due(opening_id))
);
create policy by_asker on recovery_step for insert with check (
	act in ('withdrawn', 'read') and person_id = (select acting_person())
	and exists (select from recovery_opening known where known.id = opening_id and known.custodian_id = (select acting_person()))
	and (act = 'withdrawn' or recovery_is_due(opening_id))
);
create policy housekeeping on recovery_step for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, delete on recovery_step to :"application";
grant insert (opening_id, act, person_id, peeled) on recovery_step to :"application";

-- Handed out to nobody but the second custodian who agreed, and not before the hours are over.
create policy due on recovery_copy for select using (
	peeler_id = (select acting_person()) and exists (
		select from recovery_opening known join recovery_step agreed on agreed.opening_id = known.id
		where known.relationship_id = recovery_copy.relationship_id and known.epoch = recovery_copy.epoch and known.custodian_id = reader_id
			and agreed.act = 'agreed' and agreed.person_id = peeler_id
			and may_open(known.recovery_key_id, known.member_ids) and recovery_is_due(known.id)
	)
);
create policy granted on recovery_copy for insert with check (
	exists (
		select from recovery_epoch begun
		where begun.relationship_id = recovery_copy.relationship_id and begun.epoch = recovery_copy.epoch
			and begun.granted_by = (select acting_person())
	)
);
create policy housekeeping on recovery_copy for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on recovery_copy to :"application";

-- What was written under that one key, and only once it is on record that it is being read.
create policy opened on note for select using (
	kind = 'ours' and exists (
		select from recovery_opening known join recovery_step done on done.opening_id = known.id
		where known.relationship_id = note.relationship_id and known.epoch = note.epoch and known.custodian_id = (select acting_person())
			and done.act = 'read' and may_open(known.recovery_key_id, known.member_ids) and recovery_is_due(known.id)
	)
);
