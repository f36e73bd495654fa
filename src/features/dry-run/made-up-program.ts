// The people of a dry run: as many as take part, where they are and how many each takes; without a name, a face or a word of anybody's.
import { createHash } from "node:crypto";
import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { chance } from "../../domain/demonstration/chance.ts";
import { assumptions } from "../../domain/dry-run/assumptions.ts";
import type { Charter } from "../../domain/programs/charter.ts";
import { connectAsOwner } from "../../platform/database/roles.ts";
import { daysAfter } from "../programs/day.ts";

/** A year of what; everything that a dry run depends on. */
export type Plan = {
	readonly seed: number;
	/** YYYY-MM-DD, the day on which the first round is published. */
	readonly startsOn: string;
	readonly months: number;
	readonly charter: Charter;
	readonly organisationZone: string;
	readonly mentors: readonly {
		readonly zone: string;
		readonly capacity: number;
	}[];
	readonly mentees: readonly { readonly zone: string }[];
};

export type MadeUpPerson = {
	readonly id: string;
	/** The same in every run: what draws go by. */
	readonly name: string;
	readonly zone: string;
	readonly side: "mentor" | "mentee";
	readonly capacity: number;
	/** Of a mentee who comes later. */
	readonly comesOn: string | undefined;
};

export type MadeUpProgram = {
	readonly program: string;
	readonly manager: string;
	readonly people: ReadonlyMap<string, MadeUpPerson>;
};

/** Writes them into a fresh simulated database, as its owner. */
export async function writeMadeUpProgram(
	ownerUrl: string,
	plan: Plan,
): Promise<MadeUpProgram> {
	const people = [
		...plan.mentors.map((one, place) => mentor(plan, one, place)),
		...plan.mentees.map((one, place) => mentee(plan, one, place)),
	];
	const manager = idOf(plan.seed, "manager");
	const program = idOf(plan.seed, "program");
	const client = await connectAsOwner(ownerUrl);
	try {
		await client.query("begin");
		await writePeople(client, plan, [
			...people,
			{ id: manager, name: "Manager", zone: plan.organisationZone },
		]);
		await client.query(
			`insert into office (person_id, office, program_id, from_at) values ($1, 'program-manager', null, '2000-01-01')`,
			[manager],
		);
		await client.query(
			"insert into program (id, name, template, kind, status) values ($1, 'Dry run', 'executive-cross-generation', 'one-to-one', 'open')",
			[program],
		);
		await client.query(
			"insert into charter (program_id, version, body) values ($1, 1, $2)",
			[program, JSON.stringify(plan.charter)],
		);
		await client.query(
			`insert into quiet_period (person_id, from_on, until_on)
			select person, "from", until from jsonb_to_recordset($1) as away (person uuid, "from" date, until date)`,
			[JSON.stringify(people.flatMap((one) => awayTimes(plan, one)))],
		);
		await client.query("commit");
		await client.query("analyze");
	} finally {
		await client.end();
	}
	return {
		program,
		manager,
		people: new Map(people.map((one) => [one.id, one])),
	};
}

function mentor(
	{ seed }: Plan,
	{ zone, capacity }: Plan["mentors"][number],
	place: number,
): MadeUpPerson {
	const name = `Mentor ${place + 1}`;
	return {
		id: idOf(seed, name),
		name,
		zone,
		capacity,
		side: "mentor",
		comesOn: undefined,
	};
}

function mentee(
	{ seed, startsOn }: Plan,
	{ zone }: Plan["mentees"][number],
	place: number,
): MadeUpPerson {
	const name = `Mentee ${place + 1}`;
	const dice = chance(seed, "arrival", name);
	const days = dice.whole(20, 180);
	return {
		id: idOf(seed, name),
		name,
		zone,
		capacity: 1,
		side: "mentee",
		comesOn: dice.happens(assumptions.comesLater)
			? daysAfter(startsOn, days)
			: undefined,
	};
}

async function writePeople(
	client: pg.Client,
	{ organisationZone }: Plan,
	people: readonly Pick<MadeUpPerson, "id" | "name" | "zone">[],
): Promise<void> {
	await client.query(
		"insert into organisation (name, time_zone) values ('Dry run', $1)",
		[organisationZone],
	);
	await client.query(
		`insert into person (id, first_name, last_name, email, time_zone, search_text)
		select id, name, '', replace(lower(name), ' ', '-') || '@dry-run.invalid', zone, lower(name)
		from jsonb_to_recordset($1) as one (id uuid, name text, zone text)`,
		[JSON.stringify(people)],
	);
}

/** Two weeks in July or August, and one at another time. */
function awayTimes(
	{ seed, startsOn, months }: Plan,
	{ id, name }: MadeUpPerson,
) {
	const dice = chance(seed, "away", name);
	const start = Temporal.PlainDate.from(startsOn);
	const end = start.add({ months });
	const summers = [start.year, end.year].map((year) =>
		Temporal.PlainDate.from({ year, month: 7, day: 1 }).add({
			days: dice.whole(0, 42),
		}),
	);
	const away = summers
		.filter((day) => start.year !== end.year || day === summers[0])
		.map((day) => ({ day, days: 13 }));
	const week = start.add({ days: dice.whole(20, 340) });
	const isApart = away.every(
		({ day }) => Math.abs(day.until(week, { largestUnit: "days" }).days) > 20,
	);
	return [...away, ...(isApart ? [{ day: week, days: 6 }] : [])].map(
		({ day, days }) => ({
			person: id,
			from: day.toString(),
			until: day.add({ days }).toString(),
		}),
	);
}

/** An id that follows from the seed, in the form of a random one: ties between people are then broken in the same way each time. */
function idOf(seed: number, name: string): string {
	const hex = createHash("sha256").update(`${seed} ${name}`).digest("hex");
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join("-");
}
