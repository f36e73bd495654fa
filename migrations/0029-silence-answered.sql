-- A proposal that ended unanswered is a matter for whoever runs the program: somebody else can be proposed at once. It names the mentee alone,
-- and not which of the two was silent.
alter table pair_matter drop constraint pair_matter_kind_check;
alter table pair_matter add constraint pair_matter_kind_check
	check (kind in ('reports-to-mentor', 'breaks-rule', 'mentor-left', 'mentor-paused', 'mentor-withdrew', 'late-joiner', 'waiting', 'unanswered'));
