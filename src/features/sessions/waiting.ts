import { shapeOf } from "../../domain/sessions/formats.ts";
import { mayAnswerAlone, mayWriteUp } from "../../domain/sessions/standing.ts";
import { type Db, nowOf } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { formatList, t } from "../../ui/text.ts";
import { agreementsAccepted } from "../agreements/queries.ts";
import { healths } from "../relationships/health-queries.ts";
import { ownRelationships } from "../relationships/queries.ts";
import type { Waiting } from "../today/queries.ts";
import { usualZone } from "../calendar/queries.ts";
import { commitmentsOf } from "./queries/commitments.ts";
import {
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
	return [
		...sessions.flatMap((session) => aboutSession(session, { now, zone })),
		...(await promisesDue(db, visitor.id, now)),
		...(await withoutDate(db, visitor.id, { sessions, now })),
	];
}

function aboutSession(
	session: OwnSession,
	{ now, zone }: { readonly now: number; readonly zone: string },
): readonly Waiting[] {
	const { id, state, startsAt, endsAt, others, answer, format, isRunning } =
		session;
	const names = formatList(others);
	const starts = startsAt.getTime();
	if (
		session.wroteUpAt === null &&
		mayWriteUp(standingOf(session), now) &&
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

/** What the visitor promised and is due within three days, in one line that a mail may carry: it says that, not what. */
async function promisesDue(
	db: Db,
	person: string,
	now: number,
): Promise<readonly Waiting[]> {
	const soon = new Date(now + 3 * day).toISOString().slice(0, 10);
	const due = (await commitmentsOf(db, person)).filter(
		({ owner, state, dueOn }) =>
			owner === person && state === "open" && dueOn <= soon,
	);
	const [first] = due;
	if (first === undefined) return [];
	return [
		{
			title: t(
				"{count, plural, one {What you promised} other {# things you promised}}",
				{ count: due.length },
			),
			href: "/commitments",
			label: t("Done, or move it"),
			minutes: 1,
			by: first.dueOn,
		},
	];
}

// Relationships that run and have no date to come: one line each, once everyone has accepted what they promise each other.
async function withoutDate(
	db: Db,
	person: string,
	{
		sessions,
		now,
	}: { readonly sessions: readonly OwnSession[]; readonly now: number },
): Promise<readonly Waiting[]> {
	const dated = new Set(
		sessions
			.filter(({ startsAt }) => startsAt.getTime() > now)
			.map(({ relationship }) => relationship),
	);
	// What has gone quiet stands on Today already, with what helps.
	const quiet = new Set(
		(
			await healths(
				db,
				{ member: person },
				new Date(now).toISOString().slice(0, 10),
			)
		)
			.filter(({ health }) => health.state === "quiet")
			.map(({ id }) => id),
	);
	const found: Waiting[] = [];
	for (const each of await ownRelationships(db, person)) {
		if (each.endedAt !== null || each.leftOn !== null || dated.has(each.id))
			continue;
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
