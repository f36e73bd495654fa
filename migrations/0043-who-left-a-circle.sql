-- Whoever leaves a circle reads nothing that is written afterwards, and finds their calendar right should they come back.

-- Their grants go. That the key they held is worn out is kept beside it, without their name: the next member's browser that opens the notes makes the next.
alter table relationship_key add column is_outworn boolean not null default false;
comment on column relationship_key.is_outworn is 'Somebody who held this key is no member any more: nothing new is to be written under it';
create policy worn_out on relationship_key for update
	using ((select acting_process()) = 'housekeeping') with check ((select acting_process()) = 'housekeeping');
grant update (is_outworn) on relationship_key to :"application";

-- Calendars believe the highest sequence they have seen. Whoever leaves is told CANCEL with a higher one than the session has; whoever comes back must be told a
-- higher one still, and nothing else of them is kept.
alter table session add column left_lead integer not null default 0 check (left_lead >= 0);
comment on column session.left_lead is 'By how much a calendar of somebody who left was told a higher sequence than the session has; 0: nobody was';
alter table session_member add column lead integer not null default 0 check (lead >= 0);
comment on column session_member.lead is 'By how much this member''s calendar is told a higher sequence than the session has';
grant update (left_lead) on session to :"application";
