-- What somebody hosts and where they asked for a seat is theirs to read and to give back, also after their place in the program is gone.
create policy own on roundtable for select using (host_id = (select acting_person()));
create policy own on roundtable_seat for select using (person_id = (select acting_person()));
