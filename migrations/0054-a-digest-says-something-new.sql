-- A digest that would only say again what the last one said is not written: what was told is remembered, as marks that only this installation's key can make.
alter table digest_look
	add column told text[] not null default '{}',
	add column told_at timestamptz;
comment on column digest_look.told is 'Of each thing that waits and was told, a mark (keyed hash), so that it is not told every week';
comment on column digest_look.told_at is 'When the last digest was written';
