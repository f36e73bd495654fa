import { type RawBuilder, sql } from "kysely";
import { sessionFormats, shapeOf } from "../../domain/sessions/formats.ts";
import { mayAnswerAlone, mayWriteUp } from "../../domain/sessions/standing.ts";
import { type Db, nowOf } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { formatCompany, formatDate, t } from "../../ui/text.ts";
import { agreementsAccepted } from "../agreements/queries.ts";
import { actingAs } from "../programs/acting.ts";
import { healths } from "../relationships/health-queries.ts";
import { ownRelationships } from "../relationships/queries.ts";
import type { Waiting } from "../today/queries.ts";
import { usualZone } from "../calendar/queries.ts";
import { unsignedCommitmentLink } from "./link.ts";
import { type Commitment, commitmentsOf } from "./queries/commitments.ts";
import {
	datedRelationships,
	type OwnSession,
	ownSessions,
	standingOf,
} from "./queries/sessions.ts";
import { sessionFormatName, timeText } from "./words.ts";

const day = 86_400_000;

/** The next session, and what people wait for from the visitor. */
export async function waitingInSessions(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	const now = nowOf(db).getTime();
	const zone = visitor.timeZone ?? (await usualZone(db));
	const sessions = await ownSessions(db, visitor.id, {
		from: new Date(now - 60 * day),
	});
	return sessions.flatMap((session) => aboutSession(session, { now, zone }));
}

/** Who has a session that waits for a word or is near; one that each answers alone is always looked at. */
export function perhapsInSessions(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	const now = nowOf(db);
	return actingAs(db, "sessions", async () => {
		const { rows } = await sql<{ person: string }>`
			select distinct own.person_id as person
			from session_member own join session on session.id = own.session_id
				left join attendance known on known.session_id = own.session_id and known.person_id = own.person_id
			where own.person_id = any (${people.map(({ id }) => id)}::uuid[])
				and session.state <> 'cancelled' and session.starts_at >= ${now}::timestamptz - interval '60 days'
				and (
					session.starts_at <= ${now} and known.wrote_up_at is null and session.state in ('booked', 'held')
						and session.ends_at > ${now}::timestamptz - interval '21 days'
					or session.format = any (${alone})
					or session.starts_at > ${now} and session.starts_at < ${now}::timestamptz + interval '35 days'
						and (session.state = 'proposed' or own.answer is null or session.starts_at < ${now}::timestamptz + interval '3 days')
				)
		`.execute(db);
		return new Set(rows.map(({ person }) => person));
	});
}

const alone = sessionFormats.filter(
	(format) => shapeOf(format).isAnsweredAlone,
);

function aboutSession(
	session: OwnSession,
	{ now, zone }: { readonly now: number; readonly zone: string },
): readonly Waiting[] {
	const { id, state, startsAt, endsAt, others, answer, format, isRunning } =
		session;
	const names = formatCompany(others);
	const starts = startsAt.getTime();
	if (
		session.wroteUpAt === null &&
		mayWriteUp(standingOf(session), now) &&
		// Of a table of many one writes it up for all.
		(others.length === 1 || state !== "held") &&
		endsAt.getTime() > now - 21 * day
	)
		return [
			{
				title: t("What came of it? {format} with {names}", {
					format: sessionFormatName(format),
					names,
				}),
				detail: timeText(startsAt, zone),
				href: `/sessions/${id}/write-up`,
				label: t("Write it up"),
				minutes: 2,
			},
		];
	if (session.respondedAt === null && mayAnswerAlone(standingOf(session), now))
		return [
			{
				title: t("{format} with {names}: your answer", {
					format: sessionFormatName(format),
					names,
				}),
				href: `/sessions/${id}`,
				label: t("Answer"),
				minutes: shapeOf(format).minutes.usual,
				by: endsAt.toISOString().slice(0, 10),
			},
		];
	if (!isRunning || starts <= now) return [];
	const item = {
		detail: timeText(startsAt, zone),
		href: `/sessions/${id}`,
		minutes: 1,
	};
	if (state === "proposed" && starts < now + 35 * day)
		return [
			{
				...item,
				title: t("Does this date with {names} suit you?", { names }),
				label: t("Look at this date"),
			},
		];
	if (state !== "booked") return [];
	if (answer === null && starts < now + 35 * day)
		return [
			{
				...item,
				title: t("Can you come? {format} with {names}", {
					format: sessionFormatName(format),
					names,
				}),
				label: t("Answer"),
			},
		];
	return starts < now + 3 * day
		? [
				{
					...item,
					title: t("{format} with {names}", {
						format: sessionFormatName(format),
						names,
					}),
					label: t("Look at the agenda"),
					minutes: 2,
				},
			]
		: [];
}

/** How many promises stand on Today one by one. */
const promisesShown = 3;

/**
 * What the visitor promised and is due within a week, so that a weekly digest tells of each before its day. A mail says that there is something by a day,
 * with a link that settles it, and not what.
 */
export async function waitingPromises(
	db: Db,
	{ id }: Visitor,
): Promise<readonly Waiting[]> {
	const now = nowOf(db);
	const soon = promisedUntil(now);
	const due = (await commitmentsOf(db, id)).filter(
		({ owner, state, dueOn }) =>
			owner === id && state === "open" && dueOn <= soon,
	);
	const more = due.slice(promisesShown);
	const [first] = more;
	const rest = {
		title: t(
			"{count, plural, one {One more thing} other {# more things}} you promised",
			{ count: more.length },
		),
		inMail: true as const,
		href: "/commitments",
		label: t("Done, or move it"),
		minutes: 1,
	};
	return [
		...due.slice(0, promisesShown).map((each) => promise(each, now)),
		...(first === undefined ? [] : [{ ...rest, by: first.dueOn }]),
	];
}

function promise(
	{ id, words, dueOn, partnerName }: Commitment,
	now: Date,
): Waiting {
	const path = `/commitments/${id}`;
	return {
		title: t("You promised: {words}", { words }),
		...(partnerName !== null && {
			detail: t("{name} asks after it.", { name: partnerName }),
		}),
		inMail: t("Something you promised for {day}: done, or later?", {
			day: formatDate(dueOn),
		}),
		linkInMail: unsignedCommitmentLink("", id, now),
		href: "/commitments",
		label: t("Done, or move it"),
		minutes: 1,
		by: dueOn,
		answers: [
			{
				label: t("Done"),
				action: `${path}/settle`,
				values: { state: "done", from: "/" },
			},
			{
				label: t("A week later"),
				action: `${path}/move`,
				values: { days: "7", from: "/" },
			},
		],
	};
}

/** No process reads what people promised each other: it is asked in their own name. */
export function perhapsPromises(
	person: string,
	now: Date,
): RawBuilder<boolean> {
	return sql`exists (
		select from commitment where owner_id = ${person} and state = 'open' and due_on <= ${promisedUntil(now)}::date
	)`;
}

/** YYYY-MM-DD */
function promisedUntil(now: Date): string {
	return new Date(now.getTime() + 7 * day).toISOString().slice(0, 10);
}

/** Relationships that run and have no date to come: one line each, once everyone has accepted what they promise each other. */
export async function waitingForDates(
	db: Db,
	{ id: person }: Visitor,
): Promise<readonly Waiting[]> {
	const now = nowOf(db);
	const dated = await datedRelationships(db, person, now);
	const undated = (await ownRelationships(db, person)).filter(
		({ id, endedAt, leftOn }) =>
			endedAt === null && leftOn === null && !dated.has(id),
	);
	if (undated.length === 0) return [];
	// What has gone quiet stands on Today already, with what helps.
	const quiet = new Set(
		(await healths(db, { member: person }, now.toISOString().slice(0, 10)))
			.filter(({ health }) => health.state === "quiet")
			.map(({ id }) => id),
	);
	const found: Waiting[] = [];
	for (const each of undated) {
		if (quiet.has(each.id)) continue;
		if (found.some(({ href }) => href.includes(each.id))) continue;
		if (!(await agreementsAccepted(db, each.id))) continue;
		found.push({
			title: t("Find a date with {name}", { name: each.name }),
			href: `/relationships/${each.id}/sessions/new`,
			label: t("Find a date"),
			minutes: 1,
		});
	}
	return found;
}

/** Who is in a relationship that runs and has no date to come, or none that is theirs. */
export function perhapsForDates(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	const now = nowOf(db);
	return actingAs(db, "sessions", async () => {
		// Counted for each relationship: as "not exists" all sessions of the organisation would be read once for all of them.
		const { rows } = await sql<{ person: string }>`
			select distinct member.person_id as person from relationship_member member
			where member.person_id = any (${people.map(({ id }) => id)}::uuid[])
				and not exists (select from relationship_ending ending where ending.relationship_id = member.relationship_id)
				and (
					select count(*) from session join session_member own on own.session_id = session.id
					where session.relationship_id = member.relationship_id and own.person_id = member.person_id
						and session.state <> 'cancelled' and session.starts_at > ${now}
				) = 0
		`.execute(db);
		return new Set(rows.map(({ person }) => person));
	});
}
