create table demonstration_cast (
	person_id uuid primary key references person,
	role text not null unique
);
comment on table demonstration_cast is 'In the demonstration only: whom the sign-in page offers, and what for';

call protect(array['demonstration_cast']::regclass[]);
create policy offered on demonstration_cast for select using (
	exists (select from organisation where is_demonstration)
);
create policy process on demonstration_cast for insert with check ((select acting_process()) = 'demonstration');
grant select, insert on demonstration_cast to :"application";
