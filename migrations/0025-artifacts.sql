-- Files that the members of a relationship show each other: in the database, so that all processes share them, and encrypted there part by part.
create table artifact (
	id uuid primary key,
	relationship_id uuid not null references relationship,
	session_id uuid,
	owner_id uuid not null references person,
	name sealed not null,
	type text not null check (type in ('pdf', 'png', 'jpeg', 'text', 'document', 'spreadsheet', 'slides')),
	bytes integer not null check (bytes between 1 and 26214400),
	added_at timestamptz not null default now(),
	foreign key (session_id, relationship_id) references session (id, relationship_id)
);
comment on table artifact is 'A file of at most 25 MB that belongs to a relationship, and perhaps to one of its sessions';
comment on column artifact.name is 'The file''s name. Encrypted with a key that is not in the database';
comment on column artifact.type is 'As its first bytes say, not as it calls itself';
create index artifact_relationship on artifact (relationship_id, added_at);

create table artifact_part (
	artifact_id uuid not null references artifact on delete cascade,
	number integer not null check (number between 1 and 50),
	owner_id uuid not null references person,
	content sealed not null,
	primary key (artifact_id, number)
);
comment on table artifact_part is 'A file''s content in parts, so that nobody holds all of it in memory more often than needed';
comment on column artifact_part.content is 'At most a megabyte, as base64. Encrypted with a key that is not in the database';

call protect(array['artifact', 'artifact_part']::regclass[]);

create policy member on artifact for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy added on artifact for insert with check (
	owner_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
create policy taken_back on artifact for delete using (owner_id = (select acting_person()));
grant select, insert, delete on artifact to :"application";

create policy member on artifact_part for select using (exists (select from artifact where artifact.id = artifact_id));
create policy added on artifact_part for insert with check (
	owner_id = (select acting_person())
	and exists (select from artifact where artifact.id = artifact_id and artifact.owner_id = (select acting_person()))
);
grant select, insert, delete on artifact_part to :"application";
