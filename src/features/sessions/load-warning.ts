import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { done } from "../../platform/http/visit.ts";
import type { Notice } from "../../ui/frame.ts";
import { formatNumber, t } from "../../ui/text.ts";

/** What is said after booking: that it is booked, and to whoever set a limit whether this month goes beyond it. Their own figures alone. */
export async function bookedNotice(
	db: Db,
	{ session, person }: { readonly session: string; readonly person: string },
	said: string,
): Promise<Notice> {
	const { rows } = await sql<{ limit: number; minutes: number }>`
		select profile.most_hours as limit, (
			select coalesce(sum(extract(epoch from other.ends_at - other.starts_at) / 60 + 15), 0)::integer
			from session_member member join session other on other.id = member.session_id
			where member.person_id = ${person} and other.state in ('booked', 'held') and other.format not in ('reflection', 'case-table')
				and date_trunc('month', other.starts_at at time zone own.zone) = date_trunc('month', own.starts_at at time zone own.zone)
		) as minutes
		from session own join profile on profile.person_id = ${person}
		where own.id = ${session} and profile.most_hours is not null
	`.execute(db);
	const [found] = rows;
	if (found === undefined || found.minutes <= found.limit * 60)
		return done(said);
	return {
		kind: "attention",
		text: t(
			"It is booked. With it your mentoring takes {hours} hours that month, with a quarter of an hour to prepare each; you give {limit} at most.",
			{ hours: formatNumber(found.minutes / 60, 1), limit: found.limit },
		),
	};
}
