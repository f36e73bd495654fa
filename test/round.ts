// A small cohort and the steps of a round, for the tests of pairing.
import assert from "node:assert/strict";
import { allJobs } from "../src/app.ts";
import type { Tx } from "../src/platform/database/database.ts";
import { transact } from "../src/platform/database/database.ts";
import {
	addPerson,
	establishedWorld,
	type Staff,
	type World,
	type WorldOptions,
} from "./world.ts";

/** A program with people enrolled on both sides, ready to be paired. */
export type Cohort = {
	readonly program: string;
	readonly people: Readonly<Record<string, string>>;
};

const mentorNames = [
	"Ingrid Solheim",
	"Tomás Ferreira",
	"Amara Okafor",
	"Henrik Lund",
	"Noor Haddad",
	"Greta Baum",
];
const menteeNames = [
	"Wei Zhang",
	"Jola Nowak",
	"Samir Rahal",
	"Ana Prieto",
	"Kofi Mensah",
	"Lena Vogt",
	"Ravi Menon",
	"Mia Larsen",
];

/** Six mentors with seven places, eight mentees. Everyone speaks English but Mia, who speaks what nobody else does. */
async function cohort(tx: Tx): Promise<Cohort> {
	const people: Record<string, string> = {};
	for (const [place, name] of [...mentorNames, ...menteeNames].entries()) {
		const [first_name = "", last_name = ""] = name.split(" ");
		const id = await addPerson(tx, { first_name, last_name });
		people[first_name] = id;
		await tx
			.updateTable("person")
			.set({
				function: ["Finance", "Operations", "Legal"][place % 3] ?? null,
				unit: ["Rail", "Energy", "Ports"][(place * 7) % 3] ?? null,
				languages: first_name === "Mia" ? ["mi"] : ["en"],
			})
			.where("id", "=", id)
			.execute();
	}
	const { id: program } = await tx
		.insertInto("program")
		.values({
			name: "Spring cohort",
			template: "executive-cross-generation",
			kind: "one-to-one",
			status: "open",
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await tx
		.insertInto("charter")
		.values({ program_id: program, version: 1, body: JSON.stringify(charter) })
		.execute();
	await tx
		.insertInto("enrolment")
		.values([
			...mentorNames.map((name) => ({
				program_id: program,
				person_id: people[name.split(" ")[0] ?? ""] ?? "",
				side: "mentor" as const,
				status: "enrolled" as const,
				how: "demonstration" as const,
				capacity: name.startsWith("Ingrid") ? 2 : 1,
			})),
			...menteeNames.map((name) => ({
				program_id: program,
				person_id: people[name.split(" ")[0] ?? ""] ?? "",
				side: "mentee" as const,
				status: "enrolled" as const,
				how: "demonstration" as const,
			})),
		])
		.execute();
	return { program, people };
}

export const charter = {
	purpose: "Judgement",
	enterpriseGoals: ["Continuity"],
	businessChallenges: ["Change"],
	formats: ["one-to-one"],
	cadence: "month",
	sessionMinutes: 60,
	lengthMonths: 12,
	schedulingNorms: ["Next date first"],
	evaluationMonths: [12],
	pulseWeeks: 6,
};

/** An installation with such a program, Ruth its manager. */
export async function roundWorld(options: WorldOptions = {}) {
	const world = await establishedWorld(options);
	const made = await world.arrange(cohort);
	return { ...world, ...made };
}

export type RoundWorld = World & Staff & Cohort;

/** Ruth begins a round. */
export async function begin({ as, ruth, program }: RoundWorld) {
	const manager = await as(ruth);
	const begun = await manager.send(`/programs/${program}/rounds`, {});
	const base = begun.location ?? "";
	return { manager, base, round: base.split("/").at(-1) ?? "" };
}

/** Ruth has pairs computed, and looks at the board. */
export async function propose(world: RoundWorld, base: string) {
	const manager = await world.as(world.ruth);
	const started = await manager.send(`${base}/run`, {});
	assert.equal(started.status, 303);
	await workRun(world, base);
	return manager.get(base);
}

/** The board once the round is planned: what took too long for the request is done here. */
export async function planned(world: RoundWorld, base: string) {
	const round = base.split("/").at(-1) ?? "";
	const { status } = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select("status")
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	if (status === "computing") await workRun(world, base);
	return (await world.as(world.ruth)).get(base);
}

/** Does the job that a run waits for. */
export async function workRun(world: World, base: string): Promise<void> {
	const round = base.split("/").at(-1) ?? "";
	const { run_id: run } = await rows(world, (tx) =>
		tx
			.selectFrom("round_progress")
			.select("run_id")
			.where("round_id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	await perform(world, "pair-round", { round, run });
}

export async function perform(
	world: World,
	name: string,
	payload: Readonly<Record<string, string>>,
): Promise<void> {
	const job = allJobs({
		origin: "http://localhost",
		postOffice: undefined,
	}).find((each) => each.name === name);
	assert.ok(job, `there is no job ${name}`);
	await job.run(payload, world.database);
}

/** Rows as the pairing process sees them. */
export function rows<T>(
	world: World,
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	return transact(
		world.database,
		{ actor: { kind: "process", process: "pairing" }, access: "write" },
		work,
	);
}

export function pairsOf(world: World, round: string) {
	return rows(world, (tx) =>
		tx
			.selectFrom("proposal")
			.select([
				"id",
				"mentee_id as mentee",
				"mentor_id as mentor",
				"status",
				"score",
			])
			.where("round_id", "=", round)
			.orderBy("id")
			.execute(),
	);
}

/** A day so many days from now, YYYY-MM-DD. */
export function inDays(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
