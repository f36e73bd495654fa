-- A lottery among equals. Its promise (the hash of the seed) is open to everyone from the first moment; the seed lies apart until the draw.
create table lottery (
	id uuid primary key default gen_random_uuid(),
	program_id uuid not null unique references program,
	places integer not null check (places between 1 and 100000),
	shared_by text check (shared_by in ('function', 'unit', 'location')),
	commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
	closes_on date not null,
	takes_beacon boolean not null default false,
	opened_by uuid references person,
	opened_at timestamptz not null default now(),
	closed_at timestamptz,
	list_hash text check (list_hash ~ '^[0-9a-f]{64}$'),
	beacon text check (beacon <> ''),
	beacon_by uuid references person,
	seed text check (seed ~ '^[0-9a-f]{64}$'),
	drawn_at timestamptz,
	check ((closed_at is null) = (list_hash is null)),
	check ((drawn_at is null) = (seed is null)),
	check (drawn_at is null or closed_at is not null)
);
comment on table lottery is 'Who gets the places of a program where they are short. One a program: a draw is never repeated.';
comment on column lottery.shared_by is 'Places are shared among the groups of this fact in proportion to their size; null: one draw among all';
comment on column lottery.commitment is 'SHA-256 of the seed, published when the list opens: whoever has noted it can tell whether the seed is the one of that day';
comment on column lottery.takes_beacon is 'Whether the committee adds a public text after the list is closed, so that not even who runs the server can know the draw beforehand';
comment on column lottery.list_hash is 'SHA-256 of the frozen list, published when the list closes';
comment on column lottery.seed is 'The revealed seed; null until the draw';

create table lottery_seed (
	lottery_id uuid primary key references lottery,
	seed text not null check (seed ~ '^[0-9a-f]{64}$')
);
comment on table lottery_seed is 'The seed before it is revealed. Read by the process lottery alone, at the draw; deleted then.';

create table lottery_entry (
	lottery_id uuid not null references lottery,
	number integer not null check (number >= 1),
	enrolment_id uuid not null references enrolment,
	person_id uuid not null references person,
	stratum text,
	rank integer check (rank >= 1),
	outcome text check (outcome in ('place', 'waiting')),
	entered_at timestamptz not null default now(),
	primary key (lottery_id, number),
	unique (lottery_id, enrolment_id),
	check ((rank is null) = (outcome is null))
);
comment on table lottery_entry is 'Who is on the list, under which number. The number stands for the person in everything that is published.';
comment on column lottery_entry.stratum is 'The group whose share of the places they draw for, set when the list is frozen; groups under five are one';
comment on column lottery_entry.rank is 'Among those with a place, or those who wait: in which order they were drawn';
create index lottery_entry_person on lottery_entry (person_id);

-- Short talks before pairs are made.
create table chemistry (
	round_id uuid primary key references round on delete cascade,
	talks_each integer not null check (talks_each between 1 and 3),
	most_talks integer not null check (most_talks between 1 and 20),
	answer_by date not null,
	begun_by uuid references person,
	begun_at timestamptz not null default now(),
	proposed_at timestamptz,
	problem text check (problem in ('nobody', 'policy', 'broken')),
	reminded_at timestamptz,
	ended_at timestamptz
);
comment on table chemistry is 'A round whose people talk before they are paired: how many talks each, until when. Holds nothing anyone said.';
comment on column chemistry.most_talks is 'The most talks one mentor is asked for';

create table chemistry_talk (
	id uuid primary key default gen_random_uuid(),
	round_id uuid not null references chemistry on delete cascade,
	mentee_id uuid not null references person,
	mentor_id uuid not null references person,
	unique (round_id, mentee_id, mentor_id),
	check (mentee_id <> mentor_id)
);
comment on table chemistry_talk is 'Two people asked for a short talk. The row is the same whatever they say of it afterwards.';
create index chemistry_talk_mentor on chemistry_talk (mentor_id);
create index chemistry_talk_mentee on chemistry_talk (mentee_id);

create table chemistry_answer (
	talk_id uuid not null references chemistry_talk on delete cascade,
	person_id uuid not null references person,
	answer text not null check (answer in ('yes', 'not-now', 'rather-not')),
	preference integer check (preference between 1 and 3),
	answered_at timestamptz not null default now(),
	primary key (talk_id, person_id),
	check (preference is null or answer = 'yes')
);
comment on table chemistry_answer is 'What one side said after the talk. Read by that side and by pairing alone; deleted when the round is published.';
comment on column chemistry_answer.preference is 'First, second or third choice among those they said yes to, if they cared to say';

create table chemistry_apart (
	program_id uuid not null references program,
	mentee_id uuid not null references person,
	mentor_id uuid not null references person,
	primary key (program_id, mentee_id, mentor_id)
);
comment on table chemistry_apart is 'What stays of a "rather not": that pairing makes no such pair in this program again. Not whose word it was. Read by pairing alone.';

-- What became of pairs and people after the round: each row waits for a decision of whoever runs the program.
create table pair_matter (
	id uuid primary key default gen_random_uuid(),
	program_id uuid not null references program,
	kind text not null check (kind in ('reports-to-mentor', 'breaks-rule', 'mentor-left', 'mentor-paused', 'mentor-withdrew', 'late-joiner', 'waiting')),
	relationship_id uuid references relationship,
	mentee_id uuid not null references person,
	mentor_id uuid references person,
	rule text,
	suggested uuid[] not null default '{}',
	noticed_at timestamptz not null default now(),
	settled_at timestamptz,
	settled_by uuid references person,
	settled_how text check (settled_how in ('kept', 'ended', 'handed-over', 'proposed', 'passed')),
	reason text,
	check ((settled_at is null) = (settled_how is null)),
	check (settled_how <> 'kept' or reason <> '')
);
comment on table pair_matter is 'Something about a pair that changed the same day: the mentee now reports to the mentor, the mentor is gone or pauses, a rule is broken; a late joiner without a mentor; or somebody who waits for a place';
comment on column pair_matter.rule is 'The policy''s name of the rule that the pair breaks now';
comment on column pair_matter.suggested is 'Mentors with a free place whom the engine finds best for the mentee now, best first; for who waits, mentors at whom one more place would serve best';
comment on column pair_matter.settled_how is 'passed: it went away by itself before anyone decided';
comment on column pair_matter.reason is 'Why the pair is kept despite it; written by whoever decided';
create unique index pair_matter_open on pair_matter (program_id, kind, mentee_id, relationship_id) nulls not distinct where settled_at is null;
create index pair_matter_relationship on pair_matter (relationship_id);

call protect(array['lottery', 'lottery_seed', 'lottery_entry', 'chemistry', 'chemistry_talk', 'chemistry_answer', 'chemistry_apart', 'pair_matter']::regclass[]);

create policy published on lottery for select using ((select acting_person()) is not null or (select acting_process()) = 'people-import');
create policy program_manager on lottery for insert with check (
	program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]) and closed_at is null
);
create policy process on lottery for all using ((select acting_process()) = 'lottery') with check ((select acting_process()) = 'lottery');
grant select, insert, update on lottery to :"application";

create policy process on lottery_seed for all using ((select acting_process()) = 'lottery') with check ((select acting_process()) = 'lottery');
grant select, insert, delete on lottery_seed to :"application";

create policy own on lottery_entry for select using (person_id = (select acting_person()));
create policy overseeing on lottery_entry for select using (
	exists (
		select from lottery where lottery.id = lottery_id
			and lottery.program_id = any ((select programs_entrusted(array['program-manager', 'committee-member', 'analyst']))::uuid[])
	)
);
create policy process on lottery_entry for all using ((select acting_process()) = 'lottery') with check ((select acting_process()) = 'lottery');
grant select, insert, update, delete on lottery_entry to :"application";
create policy pairing on lottery_entry for select using ((select acting_process()) = 'pairing' and rank is not null);
create policy lottery on enrolment for all using ((select acting_process()) = 'lottery') with check ((select acting_process()) = 'lottery');

create policy program_manager on chemistry for all using (round_id = any ((select rounds_entrusted())::uuid[])) with check (round_id = any ((select rounds_entrusted())::uuid[]));
create policy talking on chemistry for select using (
	exists (select from chemistry_talk talk where talk.round_id = chemistry.round_id and (select acting_person()) in (talk.mentee_id, talk.mentor_id))
);
create policy process on chemistry for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, update, delete on chemistry to :"application";

create policy program_manager on chemistry_talk for select using (round_id = any ((select rounds_entrusted())::uuid[]));
create policy concerned on chemistry_talk for select using ((select acting_person()) in (mentee_id, mentor_id));
create policy process on chemistry_talk for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, delete on chemistry_talk to :"application";

create policy own on chemistry_answer for all
	using (person_id = (select acting_person()))
	with check (
		person_id = (select acting_person())
		and exists (select from chemistry_talk talk where talk.id = talk_id and (select acting_person()) in (talk.mentee_id, talk.mentor_id))
	);
create policy process on chemistry_answer for all using ((select acting_process()) = 'pairing') with check (false);
grant select, insert, update, delete on chemistry_answer to :"application";

create policy process on chemistry_apart for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert on chemistry_apart to :"application";

create policy overseeing on pair_matter for all
	using (program_id = any ((select programs_entrusted(array['program-manager', 'committee-member']))::uuid[]))
	with check (program_id = any ((select programs_entrusted(array['program-manager', 'committee-member']))::uuid[]));
create policy process on pair_matter for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, update, delete on pair_matter to :"application";
