-- The plans for other aims follow after a large round's own is shown, so that whoever decides waits for one plan alone.
alter table round_work drop constraint round_work_stage_check;
alter table round_work add constraint round_work_stage_check
	check (stage in ('waiting', 'other-plans', 'guarded-plan', 'other-measure', 'proof', 'exchange'));
comment on column round_work.work is 'equity: beside the plan shown, those for other aims where they follow, the one that keeps a ratio between groups, what the other measure would cost, and the proof of the integer optimum; audit: the round solved again with groups exchanged';
