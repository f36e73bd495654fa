// What was to be seen in a dry run, asked of its own tables as their owner: counts, never people, for they are made up.
import type pg from "pg";
import { transact } from "../../platform/database/database.ts";
import { connectAsOwner } from "../../platform/database/roles.ts";
import { mostMailsAWeek } from "../../domain/dry-run/assumptions.ts";
import {
	isLetterKind,
	type MailTopic,
	topicOf,
} from "../../domain/mail/topic.ts";
import { countsOf } from "../../domain/relationships/health-counts.ts";
import { healths } from "../relationships/health-queries.ts";
import { isoDay } from "../programs/day.ts";
import type { Findings, Week } from "./findings-kept.ts";
import { day, type Stage } from "./stage.ts";

type Term = { readonly startsAt: number; readonly endsAt: number };

export async function findingsOf(
	stage: Stage,
	ownerUrl: string,
	term: Term,
): Promise<Findings> {
	const client = await connectAsOwner(ownerUrl);
	try {
		const weeks = await weeksOf(client, stage, term);
		const people = [...stage.cast.people.values()];
		return {
			weeks,
			mentors: people.filter(({ side }) => side === "mentor").length,
			mentees: people.filter(({ side }) => side === "mentee").length,
			...(await mailsOf(client)),
			broken: await brokenIn(client, term),
			mentorsRunOut:
				weeks.find(
					({ waiting, places, running }) =>
						running > 0 && waiting > 0 && places === 0,
				)?.from ?? null,
			health: await healthAtTheEnd(stage, term),
			unansweredProposals: await countOf(
				client,
				`select count(*) from proposal where status in ('lapsed', 'published')`,
			),
			noCommonTime: stage.tally.get("no-common-time") ?? 0,
			overtaken: stage.tally.get("overtaken") ?? 0,
			openPromises: await countOf(
				client,
				"select count(*) from commitment where state = 'open'",
			),
		};
	} finally {
		await client.end();
	}
}

async function weeksOf(
	client: pg.Client,
	{ plan }: Stage,
	{ startsAt, endsAt }: Term,
): Promise<Week[]> {
	const starts: Date[] = [];
	for (let at = startsAt; at < endsAt; at += 7 * day) starts.push(new Date(at));
	const weekly = `unnest($1::timestamptz[]) with ordinality as week (from_at, place)`;
	const within = (moment: string) =>
		`${moment} >= week.from_at and ${moment} < week.from_at + interval '7 days'`;
	const { rows: mails } = await client.query<{
		place: number;
		kind: string;
		count: number;
	}>(
		`select place::int, kind, count(*)::int as count from ${weekly} join mail on ${within("sent_at")}
		where sending = 'mail' group by place, kind`,
		[starts],
	);
	const { rows: people } = await client.query<{
		place: number;
		most: number;
		over: number;
	}>(
		`select place::int, max(count)::int as most, count(*) filter (where count > $2)::int as over from (
			select place, person_id, count(*) as count from ${weekly} join mail on ${within("sent_at")} where sending = 'mail' group by place, person_id
		) each group by place`,
		[starts, mostMailsAWeek],
	);
	const { rows: sessions } = await client.query<
		Pick<
			Week,
			| "held"
			| "calledOff"
			| "missed"
			| "open"
			| "moved"
			| "waiting"
			| "places"
			| "running"
		>
	>(
		`select
			(select count(*)::int from session where state = 'held' and ${within("starts_at")}) as held,
			(select count(*)::int from session where state = 'cancelled' and ${within("starts_at")}) as "calledOff",
			(select count(*)::int from session where state = 'missed' and ${within("starts_at")}) as missed,
			(select count(*)::int from session where state = 'booked' and ${within("starts_at")}) as open,
			(select count(*)::int from journal where act = 'move-session' and ${within("at")}) as moved,
			(select coalesce(sum(enrolment.capacity - taken.count), 0)::int from enrolment, ${takenAt} where side = 'mentee' and ${enrolledAt}) as waiting,
			(select coalesce(sum(enrolment.capacity - taken.count), 0)::int from enrolment, ${takenAt} where side = 'mentor' and ${enrolledAt}) as places,
			(select count(*)::int from relationship where ${runsAt}) as running
		from ${weekly} order by place`,
		[starts],
	);
	return starts.map((start, place) => {
		const own = people.find((row) => row.place === place + 1);
		const row = sessions[place];
		const topics: Partial<Record<MailTopic, number>> = {};
		for (const { kind, count } of mails.filter(
			(mail) => mail.place === place + 1,
		)) {
			const topic = isLetterKind(kind) ? topicOf(kind) : "account";
			topics[topic] = (topics[topic] ?? 0) + count;
		}
		return {
			from: isoDay(start, plan.organisationZone),
			mails: topics,
			most: own?.most ?? 0,
			overLimit: own?.over ?? 0,
			held: row?.held ?? 0,
			calledOff: row?.calledOff ?? 0,
			missed: row?.missed ?? 0,
			open: row?.open ?? 0,
			moved: row?.moved ?? 0,
			waiting: row?.waiting ?? 0,
			places: row?.places ?? 0,
			running: row?.running ?? 0,
		};
	});
}

const endOfWeek = "(week.from_at + interval '7 days')";
const runsAt = `relationship.began_at < ${endOfWeek} and not exists (
	select from relationship_ending ending where ending.relationship_id = relationship.id and ending.ended_at < ${endOfWeek})`;
const takenAt = `lateral (
	select count(*) from relationship_member member join relationship on relationship.id = member.relationship_id
	where member.person_id = enrolment.person_id and member.side = enrolment.side and ${runsAt}) as taken`;
const enrolledAt = `enrolment.status = 'enrolled' and enrolment.answered_at < ${endOfWeek}`;

async function mailsOf(
	client: pg.Client,
): Promise<Pick<Findings, "mails" | "mailsByKind" | "mailsAWeek">> {
	const { rows: kinds } = await client.query<{ kind: string; count: number }>(
		"select kind, count(*)::int as count from mail where sending = 'mail' and sent_at is not null group by kind order by kind",
	);
	const { rows } = await client.query<{
		mean: number;
		most: number;
		over: number;
	}>(
		`select coalesce(avg(count), 0)::float8 as mean, coalesce(max(count), 0)::int as most, count(*) filter (where count > $1)::int as over from (
			select count(*) as count
			from mail where sending = 'mail' and sent_at is not null group by person_id, date_trunc('week', sent_at)
		) each`,
		[mostMailsAWeek],
	);
	const [row] = rows;
	return {
		mails: kinds.reduce((sum, { count }) => sum + count, 0),
		mailsByKind: Object.fromEntries(
			kinds.map(({ kind, count }) => [kind, count]),
		),
		mailsAWeek: {
			mean: Math.round((row?.mean ?? 0) * 100) / 100,
			most: row?.most ?? 0,
			limit: mostMailsAWeek,
			over: row?.over ?? 0,
		},
	};
}

/** Looked for apart from the constraints that forbid it. */
async function brokenIn(
	client: pg.Client,
	{ endsAt }: Term,
): Promise<Findings["broken"]> {
	return {
		doubleBookings: await countOf(
			client,
			`select count(*) from session_member one
				join session first on first.id = one.session_id
				join session_member other on other.person_id = one.person_id and other.session_id > one.session_id
				join session second on second.id = other.session_id
			where first.state in ('booked', 'held') and second.state in ('booked', 'held')
				and first.starts_at < second.ends_at and second.starts_at < first.ends_at`,
		),
		overCapacity: await countOf(
			client,
			`select count(*) from enrolment where side = 'mentor' and capacity < (
				select coalesce(max(running.count), 0) from (
					select count(*) from relationship_member own
						join relationship first on first.id = own.relationship_id
						join relationship_member same on same.person_id = own.person_id and same.side = 'mentor'
						join relationship other on other.id = same.relationship_id
						left join relationship_ending ending on ending.relationship_id = other.id
					where own.person_id = enrolment.person_id and own.side = 'mentor'
						and other.began_at <= first.began_at and (ending.ended_at is null or ending.ended_at > first.began_at)
					group by own.relationship_id
				) running
			)`,
		),
		unsentMails: await countOf(
			client,
			"select count(*) from mail where sending = 'mail' and sent_at is null and due_at < $1",
			[new Date(endsAt - day)],
		),
		sameMailTwice: await countOf(
			client,
			`select count(*) from (select from mail where kind like 'session-%' group by event, person_id, kind having count(*) > 1) twice`,
		),
	};
}

async function countOf(
	client: pg.Client,
	text: string,
	values: readonly unknown[] = [],
): Promise<number> {
	const { rows } = await client.query<{ count: string }>(text, [...values]);
	return Number(rows[0]?.count ?? 0);
}

function healthAtTheEnd(
	{ database, cast, plan }: Stage,
	{ endsAt }: Term,
): Promise<Findings["health"]> {
	return transact(
		database,
		{ actor: { kind: "person", person: cast.manager }, access: "read" },
		async (db) => {
			const today = isoDay(new Date(endsAt), plan.organisationZone);
			const found = await healths(db, { program: cast.program }, today);
			return [...countsOf(found.map(({ health }) => health.state))];
		},
	);
}
