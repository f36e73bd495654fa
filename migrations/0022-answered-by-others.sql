-- What may be changed and what it may become are asked apart, each of any policy: whoever could withdraw a request of their own could also let it become one
-- that they answered themselves, because the policy for answering asked only before whose it is. Now it asks after, too.
alter policy answered on correction_request with check (
	(select holds_office_anywhere(array['administrator', 'program-manager'])) and answered_by = (select acting_person()) and person_id <> (select acting_person())
);
alter policy answered on erasure_request with check (
	(select holds_office(array['administrator'])) and answered_by = (select acting_person()) and person_id <> (select acting_person())
);
-- Likewise an author could have let their concern become one of which they are the ombudsperson, had the table not forbidden it.
alter policy entrusted_changes on concern with check (
	ombudsperson_id = (select acting_person()) and (select holds_office_anywhere(array['ombudsperson']))
);
