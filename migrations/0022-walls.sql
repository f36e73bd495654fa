-- Someone asked for a link and the queue stood still for good: the address goes at night all the same.
create policy housekeeping on link_request for all using ((select acting_process()) = 'housekeeping') with check (false);
