import { sql } from "kysely";
import {
	type PulseAnswer,
	pulseAnswers,
	pulseDue,
	type PulseSaid,
	pulseSayings,
} from "../../domain/relationships/pulse.ts";
import { usualPulseWeeks } from "../../domain/programs/charter.ts";
import {
	type ToldCounts,
	toldCounts,
} from "../../domain/relationships/told-counts.ts";
import { type Db, vaultOf } from "../../platform/database/database.ts";
import type { Vault } from "../../platform/vault/vault.ts";
import { actingAs } from "../programs/acting.ts";

export type Said = {
	readonly answer: PulseSaid;
	readonly period: number;
	/** YYYY-MM-DD */
	readonly on: string;
};

/** What somebody said last of each of their relationships. Row-level security leaves everybody with their own. */
export async function ownPulses(
	db: Db,
	person: string,
): Promise<ReadonlyMap<string, Said>> {
	const rows = await db
		.selectFrom("pulse")
		.select(["relationship_id", "person_id", "period", "answer"])
		.select(sql<string>`answered_on::text`.as("on"))
		.distinctOn("relationship_id")
		.where("person_id", "=", person)
		.orderBy("relationship_id")
		.orderBy("period", "desc")
		.execute();
	const vault = vaultOf(db);
	return new Map(
		rows.map((row) => [
			row.relationship_id,
			{ answer: openPulse(vault, row), period: row.period, on: row.on },
		]),
	);
}

export function openPulse(
	vault: Vault,
	row: {
		readonly relationship_id: string;
		readonly person_id: string;
		readonly period: number;
		readonly answer: Buffer;
	},
): PulseSaid {
	const said = vault.open("pulse.answer", keyOf(row), row.answer);
	const answer = pulseSayings.find((each) => each === said);
	if (answer === undefined) throw new Error("a pulse that is none");
	return answer;
}

/** The primary key of a row, in order. */
export function keyOf(row: {
	readonly relationship_id: string;
	readonly person_id: string;
	readonly period: number;
}): readonly string[] {
	return [row.relationship_id, row.person_id, String(row.period)];
}

export type Due = {
	readonly relationship: string;
	readonly program: string;
	readonly person: string;
	readonly period: number;
	/** First names of the others. */
	readonly names: readonly string[];
};

/**
 * Who is to be asked today, everybody's or some people's: from dates and from when they last answered, not from what. As the process `pulse`
 * for others.
 */
export async function pulsesDue(
	db: Db,
	today: string,
	of?: readonly string[],
): Promise<readonly Due[]> {
	// Whose relationships first, then each looked up: a digest asks this for one person out of thousands. Equality of ids alone may use an index here.
	const those =
		of === undefined ? sql`` : sql`where person_id = any (${of}::uuid[])`;
	const { rows } = await sql<{
		relationship: string;
		program: string;
		person: string;
		began: string;
		names: string[];
		met: string[];
		period: number | null;
		on: string | null;
		weeks: number;
	}>`
		with asked as materialized (
			select relationship.*, member.person_id as person from relationship_member member
				join relationship on relationship.id = member.relationship_id
			${those}
		)
		select asked.id as relationship, program_id as program, person, (began_at at time zone 'UTC')::date::text as began, last.period, last.on,
			coalesce((
				select (body->>'pulseWeeks')::integer from charter where charter.program_id = asked.program_id order by version desc limit 1
			), ${usualPulseWeeks}) as weeks,
			array(select first_name from person other where other.id = any (member_ids) and other.id <> asked.person order by first_name) as names,
			array(
				select distinct (starts_at at time zone zone)::date::text from session
				where session.relationship_id = asked.id and state in ('held', 'booked') and ends_at < now() and ends_at > now() - interval '60 days'
			) as met
		from asked
		left join lateral (
			select period, answered_on::text as on from pulse
			where pulse.relationship_id = asked.id and pulse.person_id = asked.person order by period desc limit 1
		) last on true
		where (select ended_at from relationship_ending ending where ending.relationship_id = asked.id) is null
			and (select id from person where person.id = asked.person and left_on is null) is not null
		order by began_at, asked.id, person
	`.execute(db);
	return rows.flatMap(({ began, met, period: last, on, weeks, ...one }) => {
		const period = pulseDue({
			began,
			met,
			weeks,
			answered: last === null || on === null ? undefined : { period: last, on },
			today,
		});
		return period === undefined ? [] : { ...one, period };
	});
}

/**
 * What members of a program said, in counts that tell nobody's answer: the last of each in the ninety days before this month began, so that no
 * figure changes with a single answer. undefined: fewer than five answered.
 */
export function pulseCounts(
	db: Db,
	program: string,
	today: string,
): Promise<ToldCounts<PulseAnswer> | undefined> {
	const month = `${today.slice(0, 7)}-01`;
	return actingAs(db, "pulse", async () => {
		const rows = await db
			.selectFrom("pulse")
			.innerJoin("relationship", "relationship.id", "pulse.relationship_id")
			.leftJoin(
				"relationship_ending as ending",
				"ending.relationship_id",
				"relationship.id",
			)
			.select(["pulse.relationship_id", "person_id", "period", "answer"])
			.distinctOn(["pulse.relationship_id", "person_id"])
			.where("relationship.program_id", "=", program)
			.where("answered_on", "<", month)
			.where("answered_on", ">=", sql<string>`${month}::date - 90`)
			// An ending in this month must not change what was said of the last.
			.where((row) =>
				row.or([
					row("ending.ended_at", "is", null),
					row("ending.ended_at", ">=", sql<Date>`${month}::date`),
				]),
			)
			.orderBy("pulse.relationship_id")
			.orderBy("person_id")
			.orderBy("period", "desc")
			.execute();
		const vault = vaultOf(db);
		const said = rows.map((row) => openPulse(vault, row));
		return toldCounts(
			pulseAnswers.map((name) => ({
				name,
				count: said.filter((one) => one === name).length,
			})),
		);
	});
}

/** A member's own name, and the first names of the others. */
export async function namesIn(db: Db, relationship: string, person: string) {
	const people = await db
		.selectFrom("person")
		.innerJoin("relationship", (join) =>
			join.on("relationship.id", "=", relationship),
		)
		.select([
			"person.id",
			"first_name as firstName",
			sql<string>`concat_ws(' ', first_name, last_name)`.as("name"),
		])
		.where(sql<boolean>`person.id = any (relationship.member_ids)`)
		.orderBy("first_name")
		.execute();
	return {
		own: people.find(({ id }) => id === person)?.name ?? "",
		others: people
			.filter(({ id }) => id !== person)
			.map(({ firstName }) => firstName),
	};
}

/** How long the periods of a program are, in weeks. */
export async function pulseWeeks(db: Db, program: string): Promise<number> {
	const row = await db
		.selectFrom("charter")
		.select(sql<number | null>`(body->>'pulseWeeks')::integer`.as("weeks"))
		.where("program_id", "=", program)
		.orderBy("version", "desc")
		.limit(1)
		.executeTakeFirst();
	return row?.weeks ?? usualPulseWeeks;
}
