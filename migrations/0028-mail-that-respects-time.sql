-- When and how somebody wants their mail. Read by the person and by the mail process alone: when somebody does not want to be disturbed is nobody's business.
create table mail_choice (
	person_id uuid primary key references person,
	digest text not null default 'weekly' check (digest in ('daily', 'weekly', 'never')),
	digest_weekday integer not null default 1 check (digest_weekday between 1 and 7),
	digest_hour integer not null default 8 check (digest_hour between 0 and 23),
	quiet_from integer not null default 19 check (quiet_from between 0 and 23),
	quiet_until integer not null default 7 check (quiet_until between 0 and 23),
	quiet_days integer[] not null default '{6,7}' check (quiet_days <@ '{1,2,3,4,5,6,7}' and cardinality(quiet_days) < 7),
	ways jsonb not null default '{}',
	chosen_at timestamptz not null default clock_timestamp()
);
comment on table mail_choice is 'When and how a person wants their mail; whoever has no row has the defaults';
comment on column mail_choice.digest_weekday is '1 is Monday; for a weekly digest';
comment on column mail_choice.digest_hour is 'Wall time where the person is';
comment on column mail_choice.quiet_from is 'No mail that can wait from this hour until the other, over midnight where it is later; equal: no quiet hours';
comment on column mail_choice.quiet_days is 'Weekdays that are quiet as a whole, 1 is Monday; never all seven';
comment on column mail_choice.ways is 'By topic: mail, digest or never; a topic that is missing comes by mail';

create table digest_look (
	person_id uuid primary key references person,
	looked_at timestamptz not null
);
comment on table digest_look is 'When it was last looked whether a digest has anything to say to a person';

create table mail_trouble (
	person_id uuid primary key references person,
	address text not null,
	code text not null,
	noticed_at timestamptz not null default clock_timestamp()
);
comment on table mail_trouble is 'An address that mail came back from: nothing more is sent there until it is corrected, or somebody says that it works again';
comment on column mail_trouble.code is 'What the mail server said: an SMTP reply such as 550, or the status of a delivery report such as 5.1.1; never its text';

alter table mail
	add column event text,
	add column sending text not null default 'mail' check (sending in ('mail', 'digest', 'none')),
	add column due_at timestamptz not null default now(),
	add column by_day date,
	add column button_label text,
	add column button_url text,
	add column digest_id uuid references mail on delete set null;
comment on column mail.kind is 'Which letter it is: src/domain/mail/topic.ts';
comment on column mail.event is 'What happened; of one event nobody gets the same letter twice';
comment on column mail.sending is 'mail: by itself, not before due_at; digest: with the next digest; none: they want no mail about this topic';
comment on column mail.due_at is 'Not before: the end of quiet hours where the recipient is, and after a failure the next attempt';
comment on column mail.by_day is 'The last day on which it is of use';
comment on column mail.button_url is 'Where its button leads; links that only the recipient gets are signed when it goes out and stand here unsigned';
comment on column mail.digest_id is 'The digest that carried it';
create unique index mail_event on mail (event, person_id, kind) where event is not null;
create index mail_waiting on mail (person_id) where sent_at is null;
create index mail_person on mail (person_id, created_at);

call protect(array['mail_choice', 'digest_look', 'mail_trouble']::regclass[]);

create policy own on mail_choice for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy process on mail_choice for all using ((select acting_process()) = 'mail') with check ((select acting_process()) = 'mail');
grant select, insert, update, delete on mail_choice to :"application";

create policy process on digest_look for all using ((select acting_process()) = 'mail') with check ((select acting_process()) = 'mail');
grant select, insert, update, delete on digest_look to :"application";

create policy own on mail_trouble for select using (person_id = (select acting_person()));
create policy settled on mail_trouble for delete using (person_id = (select acting_person()) or (select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy people_office on mail_trouble for select using ((select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy process on mail_trouble for all using ((select acting_process()) = 'mail') with check ((select acting_process()) = 'mail');
grant select, insert, update, delete on mail_trouble to :"application";

-- A digest says what waits for somebody, over everything they do: that is theirs alone.
drop policy outbox on mail;
create policy outbox on mail for select using (
	not holds_sign_in_link and kind <> 'digest' and (select holds_office_anywhere(array['administrator', 'program-manager']))
);
