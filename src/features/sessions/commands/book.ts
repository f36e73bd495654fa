import { sql } from "kysely";
import { wallTimeOf } from "../../../domain/calendar/wall-time.ts";
import {
	formatsOf,
	type SessionFormat,
	shapeOf,
} from "../../../domain/sessions/formats.ts";
import type { Rhythm } from "../../../domain/sessions/rhythm.ts";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { agreementsAccepted } from "../../agreements/queries.ts";
import { sessionChanged } from "../events.ts";
import type { Company } from "../../relationships/company-queries.ts";
import { type Habit, habitOf } from "../queries/company.ts";
import { refuseAtTable, refusingDoubleBooking } from "./double-booking.ts";
import { extendSeries, insertSession, wallTimeText } from "./series.ts";

/** Two who book, move or choose at once come one after the other. */
export async function lockRelationship(tx: Tx, id: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`sessions ${id}`}, 0))`.execute(
		tx,
	);
}

/** How the members want to meet from now on. What is booked stays; what follows from it is booked from the next date on. */
export async function chooseCadence(
	tx: Tx,
	company: Company,
	{
		rhythm,
		minutes,
		format,
		revision,
		by,
	}: {
		readonly rhythm: Rhythm;
		readonly minutes: number;
		readonly format: SessionFormat;
		/** Of what was on the page. */
		readonly revision: number;
		readonly by: string;
	},
): Promise<void> {
	refuseEnded(company);
	await lockRelationship(tx, company.id);
	const before = await habitOf(tx, company);
	if (before.revision !== revision)
		throw new Conflict(
			t(
				"Somebody else was quicker. Look at how things stand now, then try again.",
			),
		);
	refuseFormat(company, format, minutes);
	await writeHabit(tx, company.id, {
		habit: { ...before, rhythm, minutes, format },
		by,
	});
	await record(tx, {
		act: "choose-cadence",
		subject: { kind: "relationship", id: company.id },
		detail: {
			unit: rhythm.unit,
			...(rhythm.unit !== "own" && { every: rhythm.every }),
		},
	});
}

/** Books a session. Where the members meet in a rhythm and no date is taken yet, it is the first, and the next ones follow from it. */
export async function bookSession(
	tx: Tx,
	company: Company,
	{
		format,
		startsAt,
		minutes,
		zone,
		by,
		now,
	}: {
		readonly format: SessionFormat;
		/** Milliseconds since 1970. */
		readonly startsAt: number;
		readonly minutes: number;
		/** The zone of whoever books: the clock they agreed by. */
		readonly zone: string;
		readonly by: string;
		readonly now: number;
	},
): Promise<string> {
	refuseEnded(company);
	refuseFormat(company, format, minutes);
	if (startsAt <= now) throw new Invalid({ time: t("Choose a time to come.") });
	if (!(await agreementsAccepted(tx, company.id)))
		throw new Conflict(
			t(
				"Before the first session everyone accepts what you promise each other.",
			),
		);
	await lockRelationship(tx, company.id);
	const habit = await habitOf(tx, company);
	const isFirst =
		habit.series === undefined &&
		habit.format === format &&
		habit.rhythm.unit !== "own";
	const members = company.members.map(({ id }) => id);
	const id = await refusingDoubleBooking(() =>
		insertSession(tx, {
			relationship: company.id,
			format,
			members,
			startsAt,
			endsAt: startsAt + minutes * 60_000,
			zone,
			state: "booked",
			followsCadence: isFirst,
			by,
		}),
	);
	await refuseAtTable(tx, id);
	await record(tx, {
		act: "book-session",
		subject: { kind: "session", id },
		detail: { format },
	});
	if (isFirst) {
		const begun = await writeHabit(tx, company.id, {
			habit: {
				...habit,
				minutes,
				series: {
					anchor: wallTimeOf(startsAt, zone).day,
					wallTime: wallTimeText(startsAt, zone),
					zone,
				},
			},
			by,
		});
		await extendSeries(tx, {
			relationship: company.id,
			members,
			habit: begun,
			now,
			isAfterFirst: true,
		});
	}
	return id;
}

/** A proposed date becomes a session. */
export async function confirmSession(
	tx: Tx,
	company: Company,
	{ id, by }: { readonly id: string; readonly by: string },
): Promise<void> {
	refuseEnded(company);
	const row = await refusingDoubleBooking(() =>
		tx
			.updateTable("session")
			.set((set) => ({ state: "booked", sequence: set("sequence", "+", 1) }))
			.where("id", "=", id)
			.where("state", "=", "proposed")
			.returning("sequence")
			.executeTakeFirst(),
	);
	if (row === undefined) throw new NotFound();
	await refuseAtTable(tx, id);
	await tx
		.updateTable("session_member")
		.set({
			answer: "yes",
			answered_at: nowOf(tx),
			answered_through: "page",
		})
		.where("session_id", "=", id)
		.where("person_id", "=", by)
		.execute();
	await record(tx, { act: "book-session", subject: { kind: "session", id } });
	await sessionChanged(tx, {
		session: id,
		sequence: row.sequence,
		change: "booked",
	});
}

export async function writeHabit(
	tx: Tx,
	relationship: string,
	{ habit, by }: { readonly habit: Habit; readonly by: string },
): Promise<Habit> {
	const { rhythm, series, minutes, format } = habit;
	const row = {
		unit: rhythm.unit,
		every: rhythm.unit === "own" ? 1 : rhythm.every,
		month_by: rhythm.unit === "month" ? rhythm.by : ("weekday" as const),
		anchor: series?.anchor ?? null,
		wall_time: series?.wallTime ?? null,
		zone: series?.zone ?? null,
		minutes,
		format,
		revision: habit.revision + 1,
	};
	await tx
		.insertInto("cadence")
		.values({ relationship_id: relationship, chosen_by: by, ...row })
		.onConflict((on) =>
			on
				.column("relationship_id")
				.doUpdateSet({ ...row, chosen_by: by, chosen_at: nowOf(tx) }),
		)
		.execute();
	return { ...habit, revision: habit.revision + 1, isChosen: true };
}

export function refuseEnded({ isRunning }: Pick<Company, "isRunning">): void {
	if (!isRunning) throw new Conflict(t("This relationship has ended already."));
}

function refuseFormat(
	{ kind }: Company,
	format: SessionFormat,
	minutes: number,
): void {
	const { takes, minutes: within } = shapeOf(format);
	const { least, most } = within;
	if (!formatsOf(kind).includes(format) || takes !== "calendar")
		throw new NotFound();
	if (minutes < least || minutes > most)
		throw new Invalid({
			minutes: t("Between {least} and {most} minutes.", { least, most }),
		});
}
