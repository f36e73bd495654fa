// One installation with everyone whom a wall must tell apart, and one of everything they could reach for.
import { grantOffice } from "../../src/features/administration/commands.ts";
import { insertSession } from "../../src/features/sessions/commands/series.ts";
import { transact } from "../../src/platform/database/database.ts";
import type { HeldOffice, Office } from "../../src/platform/http/guard.ts";
import { Client } from "../client.ts";
import { pairedWorld } from "../movers.ts";
import { enrolment } from "../movers.ts";
import { pairsOf, rows } from "../round.ts";
import { openingIn } from "./peopled-custody.ts";
import { somethingToDo } from "./peopled-things.ts";
import { entrust } from "./peopled-trust.ts";
import { addPerson } from "../world.ts";

type Paired = Awaited<ReturnType<typeof pairedWorld>>;

export type Actor = {
	readonly name: string;
	readonly isSignedIn: boolean;
	readonly held: readonly HeldOffice[];
	readonly token: string | undefined;
};

export type PeopledWorld = Awaited<ReturnType<typeof peopledWorld>>;

const officers: readonly (readonly [
	string,
	Office,
	"this" | "other" | "all",
])[] = [
	["manager", "program-manager", "this"],
	["manager elsewhere", "program-manager", "other"],
	["manager of all", "program-manager", "all"],
	["committee", "committee-member", "this"],
	["committee elsewhere", "committee-member", "other"],
	["analyst", "analyst", "all"],
	["administrator", "administrator", "all"],
	["coordinator", "coordinator", "all"],
	["facilitator", "facilitator", "all"],
	["learning partner", "learning-partner", "all"],
	["ombudsperson", "ombudsperson", "all"],
	["another ombudsperson", "ombudsperson", "all"],
];

export async function peopledWorld() {
	const world = await pairedWorld();
	const other = await otherProgram(world);
	const actors: Actor[] = [
		{ name: "stranger", isSignedIn: false, held: [], token: undefined },
	];
	const add = async (
		name: string,
		person: string,
		held: readonly HeldOffice[] = [],
	) => {
		const token = await world.tokenFor(person);
		actors.push({ name, isSignedIn: true, held, token });
	};
	await add("mentee", world.mentee);
	await add("mentor", world.mentor);
	const free = Object.values(world.people).filter(
		(person) => person !== world.mentee && person !== world.mentor,
	);
	const [former = "", formerMentor = "", otherMentee = "", otherMentor = ""] =
		free;
	await relationshipOf(world, [former, formerMentor], true);
	await add("former member", former);
	await relationshipOf(world, [otherMentee, otherMentor], false);
	await add("other pair", otherMentee);
	const officeHolders = new Map<string, string>();
	for (const [name, office, where] of officers) {
		const program =
			where === "all" ? null : where === "this" ? world.program : other;
		const person = await officer(world, name, { office, program });
		officeHolders.set(name, person);
		await add(name, person, [{ office, program }]);
	}
	const delegate = await world.arrange((tx) =>
		addPerson(tx, { first_name: "Dele", last_name: "Gate" }),
	);
	await add("delegate", delegate);
	const entrusted = await entrust(world, {
		mentee: world.mentee,
		ombudsperson: officeHolders.get("ombudsperson") ?? "",
		delegate,
	});
	const { custodian, opening } = await openingIn(world, {
		ada: world.ada,
		relationship: world.path.split("/").at(-1) ?? "",
		members: [world.mentee, world.mentor],
	});
	await add("custodian", custodian);
	actors.push(await departed(world));
	const found = await idsIn(world);
	const ids: Readonly<Record<string, string>> = {
		...found,
		...(await somethingToDo(world, {
			...found,
			mentee: world.mentee,
			mentor: world.mentor,
			outsiders: [former, formerMentor, otherMentee, otherMentor],
		})),
		...entrusted,
		opening,
		office: await anOffice(world),
	};
	return { ...world, actors, ids };
}

/** The client of somebody, with their cookie. */
export function clientOf({ app }: PeopledWorld, { token }: Actor): Client {
	return new Client(app, token);
}

function officer(world: Paired, name: string, held: HeldOffice) {
	return world.arrange(async (tx) => {
		const person = await addPerson(tx, {
			first_name: "Officer",
			last_name: name.replaceAll(" ", ""),
		});
		await grantOffice(tx, { person, ...held, until: null, by: null });
		return person;
	});
}

/** Somebody who was an administrator, has left, and still has their cookie. */
async function departed(world: Paired): Promise<Actor> {
	const person = await officer(world, "departed", {
		office: "administrator",
		program: null,
	});
	const token = await world.tokenFor(person);
	await world.arrange((tx) =>
		tx
			.updateTable("person")
			.set({ left_on: "2020-01-01" })
			.where("id", "=", person)
			.execute(),
	);
	return { name: "departed", isSignedIn: false, held: [], token };
}

function otherProgram(world: Paired): Promise<string> {
	return world.arrange(async (tx) => {
		const { id } = await tx
			.insertInto("program")
			.values({
				name: "Autumn cohort",
				template: "executive-cross-generation",
				kind: "one-to-one",
				status: "open",
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		return id;
	});
}

function relationshipOf(
	world: Paired,
	[mentee, mentor]: readonly [string, string],
	hasEnded: boolean,
): Promise<void> {
	return rows(world, async (tx) => {
		const { id } = await tx
			.insertInto("relationship")
			.values({
				program_id: world.program,
				kind: "one-to-one",
				member_ids: [mentee, mentor],
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("relationship_member")
			.values([
				{ relationship_id: id, person_id: mentee, side: "mentee" },
				{ relationship_id: id, person_id: mentor, side: "mentor" },
			])
			.execute();
		if (hasEnded)
			await tx
				.insertInto("relationship_ending")
				.values({ relationship_id: id })
				.execute();
	});
}

async function anOffice(world: Paired): Promise<string> {
	const { id } = await rows(world, (tx) =>
		tx
			.selectFrom("office")
			.select("id")
			.where("office", "=", "learning-partner")
			.executeTakeFirstOrThrow(),
	);
	return id;
}

/** What stands for each name in a path. A name that is not here stands for something that is not there. */
async function idsIn(world: Paired) {
	const round = await rows(world, (tx) =>
		tx.selectFrom("round").select("id").executeTakeFirstOrThrow(),
	);
	const [pair] = await pairsOf(world, round.id);
	const step = await somethingToLearn(world);
	return {
		program: world.program,
		round: round.id,
		proposal: pair?.id ?? "",
		relationship: world.path.split("/").at(-1) ?? "",
		enrolment: await enrolment(world, world.mentee),
		person: world.mentee,
		fact: "gender",
		topic: "ethics",
		curriculum: step.curriculum_id,
		step: step.id,
		dryRun: await dryRunIn(world),
		session: await sessionIn(world),
		case: await caseIn(world),
	};
}

/** The first step of a published curriculum, with a file. */
async function somethingToLearn(world: Paired) {
	const manager = await world.as(world.ruth);
	await manager.post("/learning/starters", { language: "en" });
	const step = await world.arrange((tx) =>
		tx
			.selectFrom("learning_step")
			.select(["id", "curriculum_id"])
			.orderBy("curriculum_id")
			.orderBy("position")
			.executeTakeFirstOrThrow(),
	);
	await manager.post(`/learning/steps/${step.id}/file`, {
		file: new File(["Three questions"], "questions.txt"),
	});
	return step;
}

async function dryRunIn(world: Paired): Promise<string> {
	const manager = await world.as(world.ruth);
	const { location } = await manager.send(
		`/programs/${world.program}/dry-runs`,
		{ "starts-on": "2027-01-11", mentors: "2", mentees: "2", seed: "1" },
	);
	return location?.split("/").at(-1) ?? "";
}

/** A session of the mentee and the mentor, a week from now. */
function sessionIn(world: Paired): Promise<string> {
	const inAWeek = Date.now() + 7 * 86_400_000;
	return transact(
		world.database,
		{ actor: { kind: "process", process: "sessions" }, access: "write" },
		(tx) =>
			insertSession(tx, {
				relationship: world.path.split("/").at(-1) ?? "",
				format: "one-to-one",
				members: [world.mentee, world.mentor],
				startsAt: inAWeek,
				endsAt: inAWeek + 3_600_000,
				zone: "Europe/Berlin",
				state: "booked",
				followsCadence: false,
				by: null,
			}),
	);
}

/** The mentee has asked for help, and nobody has taken it on. */
async function caseIn(world: Paired): Promise<string> {
	await (await world.as(world.mentee)).post(`${world.path}/help`);
	const { id } = await transact(
		world.database,
		{ actor: { kind: "person", person: world.mentee }, access: "read" },
		(tx) => tx.selectFrom("referral").select("id").executeTakeFirstOrThrow(),
	);
	return id;
}
