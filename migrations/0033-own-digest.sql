-- When one's digest was last looked at is one's own to read, and so to take along.
create policy own on digest_look for select using (person_id = (select acting_person()));
