import { createProgram } from "../src/features/programs/commands/programs.ts";
import { charterFrom } from "../src/domain/programs/template.ts";
import { programTemplates } from "../src/domain/programs/templates.ts";
import {
	type Actor,
	transact,
	type Tx,
} from "../src/platform/database/database.ts";
import {
	addPerson,
	establishedWorld,
	type Staff,
	type World,
} from "./world.ts";

/** Amara the sponsor, to whom Wei reports; Ingrid and Tomás the mentors; Wei and Jola the mentees. */
export type Cast = {
	readonly amara: string;
	readonly ingrid: string;
	readonly tomas: string;
	readonly wei: string;
	readonly jola: string;
};

export type Cohort = World &
	Staff &
	Cast & {
		/** A program of Ruth's from the first template, with nobody in it. */
		readonly program: string;
		/** What somebody (or a process) sees and does directly in the database, as the application's role. */
		readonly acting: <T>(
			who: Actor,
			work: (tx: Tx) => Promise<T>,
		) => Promise<T>;
	};

export const inAWeek = new Date(Date.now() + 7 * 86_400_000)
	.toISOString()
	.slice(0, 10);
const day = "2020-03-02";

/** An organisation with grades, a few people and one program. */
export async function cohort(
	options: Parameters<typeof establishedWorld>[0] = {},
): Promise<Cohort> {
	const world = await establishedWorld(options);
	const acting: Cohort["acting"] = (actor, work) =>
		transact(world.database, { actor, access: "write" }, work);
	const cast = await world.arrange(async (tx) => {
		await tx
			.insertInto("grade")
			.values(
				["Associate", "Manager", "Director", "Vice President"].map(
					(name, position) => ({ name, position }),
				),
			)
			.execute();
		const amara = await join(tx, "Amara", "Okafor", "Vice President");
		const cast = {
			amara,
			ingrid: await join(tx, "Ingrid", "Solberg", "Director"),
			tomas: await join(tx, "Tomás", "Rivera", "Director"),
			wei: await join(tx, "Wei", "Zhang", "Manager", amara),
			jola: await join(tx, "Jola", "Nowak", "Manager"),
		};
		return cast;
	});
	const [template] = programTemplates;
	if (template === undefined) throw new Error("there are templates");
	const program = await world.arrange((tx) =>
		createProgram(tx, {
			name: "Spring cohort",
			template,
			charter: charterFrom(template, "en"),
			by: world.ruth,
		}),
	);
	return { ...world, ...cast, program, acting };
}

async function join(
	tx: Tx,
	first_name: string,
	last_name: string,
	grade: string,
	manager?: string,
): Promise<string> {
	const id = await addPerson(tx, { first_name, last_name });
	if (manager !== undefined)
		await tx
			.updateTable("person")
			.set({ manager_id: manager })
			.where("id", "=", id)
			.execute();
	await tx
		.insertInto("employment")
		.values({ person_id: id, grade, hire_date: day })
		.execute();
	return id;
}

export function person(id: string): Actor {
	return { kind: "person", person: id };
}

/** Where people stand in a program, as `housekeeping` sees it: "wei mentee invited". */
export async function standings(world: Cohort): Promise<string[]> {
	const rows = await world.acting(
		{ kind: "process", process: "housekeeping" },
		(tx) =>
			tx
				.selectFrom("enrolment")
				.innerJoin("person", "person.id", "enrolment.person_id")
				.select(["person.first_name", "side", "status"])
				.where("program_id", "=", world.program)
				.orderBy("person.first_name")
				.orderBy("side")
				.execute(),
	);
	return rows.map(({ first_name, side, status }) =>
		[first_name, side, status].join(" "),
	);
}

/** The id of somebody's enrolment. */
export async function enrolmentOf(
	world: Cohort,
	whom: string,
	side: "mentor" | "mentee" = "mentee",
): Promise<string> {
	const { id } = await world.acting(
		{ kind: "process", process: "housekeeping" },
		(tx) =>
			tx
				.selectFrom("enrolment")
				.select("id")
				.where("program_id", "=", world.program)
				.where("person_id", "=", whom)
				.where("side", "=", side)
				.executeTakeFirstOrThrow(),
	);
	return id;
}

/** Ruth invites people to a side, or all who fit. */
export async function invite(
	world: Cohort,
	side: "mentor" | "mentee",
	people: readonly string[] | "all",
) {
	const ruth = await world.as(world.ruth);
	return ruth.post(`/programs/${world.program}/invitations`, {
		side,
		whom: people === "all" ? "all" : "chosen",
		people: people === "all" ? [] : people,
		answerBy: inAWeek,
	});
}

/** Somebody answers what they were offered. */
export async function answer(
	world: Cohort,
	who: string,
	fields: Readonly<Record<string, string>>,
	side: "mentor" | "mentee" = "mentee",
) {
	const client = await world.as(who);
	const id = await enrolmentOf(world, who, side);
	return client.post(`/programs/${world.program}/invitation/${id}`, fields);
}

/** Applications and nominations are taken. */
export async function openWays(world: Cohort) {
	const ruth = await world.as(world.ruth);
	await ruth.post(`/programs/${world.program}/ways-in`, {
		takesApplications: "yes",
		takesNominations: "yes",
		menteePlaces: "",
	});
}
