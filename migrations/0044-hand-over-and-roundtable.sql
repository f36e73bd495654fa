-- A mentor hands a mentee over to a peer: first the peer is asked, then the mentee, and only with both yeses does one relationship end and the other begin. A no, silence
-- or the mentor's second thought deletes the row, so that nothing tells afterwards who did not want to.
create table hand_over (
	id uuid primary key default gen_random_uuid(),
	relationship_id uuid not null unique references relationship,
	program_id uuid not null references program,
	mentor_id uuid not null references person,
	mentee_id uuid not null references person,
	peer_id uuid not null references person,
	asked text not null default 'peer' check (asked in ('peer', 'mentee')),
	answer_by date not null,
	ends_by date not null check (ends_by >= answer_by),
	asked_at timestamptz not null default now(),
	check (peer_id <> mentor_id and peer_id <> mentee_id)
);
comment on table hand_over is 'That a mentor would like to hand a mentee over to a peer, while it is open; goes with the first no, with silence, and when it is done';
comment on column hand_over.asked is 'Who is asked now; the mentee only once the peer has said yes';
comment on column hand_over.answer_by is 'The last day for whoever is asked now';
comment on column hand_over.ends_by is 'The last day for both together: the one day that the mentor sees, who is not told how far it is';
create index hand_over_peer on hand_over (peer_id);
create index hand_over_mentee on hand_over (mentee_id);

call protect(array['hand_over']::regclass[]);

create policy asked on hand_over for select using (case asked when 'peer' then peer_id else mentee_id end = (select acting_person()));
create policy process on hand_over for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, delete on hand_over to :"application";
grant update (asked, answer_by) on hand_over to :"application";

-- A seat at a roundtable is a format of its own.
alter table cadence drop constraint cadence_format_check;
alter table cadence add constraint cadence_format_check
	check (format in ('one-to-one', 'coffee', 'reflection', 'case-table', 'shadow-day', 'circle', 'flash', 'roundtable-seat'));
alter table session drop constraint session_format_check;
alter table session add constraint session_format_check
	check (format in ('one-to-one', 'coffee', 'reflection', 'case-table', 'shadow-day', 'circle', 'flash', 'roundtable-seat'));
