import { sql } from "kysely";
import { z } from "zod";
import {
	type Progress,
	progressIn,
} from "../../../domain/learning/progress.ts";
import type { Db } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";

export type LearningStep = {
	readonly id: string;
	readonly curriculum: string;
	readonly kind: "lesson" | "assignment";
	readonly title: string;
	readonly body: string;
	readonly minutes: number;
	readonly video: string | null;
	readonly question: string | null;
	readonly competency: {
		readonly id: string;
		readonly name: string;
		readonly level: number;
	} | null;
	/** To keep, beside what there is to read; `bytes` is how large it is. */
	readonly file: { readonly name: string; readonly bytes: number } | null;
};

export type Curriculum = {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly locale: string;
	readonly isPublished: boolean;
	readonly isRetired: boolean;
	readonly changedAt: Date;
	readonly steps: readonly LearningStep[];
	/** Whether the visitor takes it now. */
	readonly isTaken: boolean;
	readonly doneSteps: ReadonlySet<string>;
	readonly progress: Progress<LearningStep>;
	/** The programs that recommend it to the visitor. */
	readonly recommendedBy: readonly string[];
};

/** Every curriculum that whoever asks may see, with how far `person` is: what they take first, then what is recommended to them. */
export async function curriculaFor(
	db: Db,
	person: string,
): Promise<readonly Curriculum[]> {
	const curricula = await readCurricula(db, person);
	const rank = (each: Curriculum) =>
		each.isTaken ? 0 : each.recommendedBy.length > 0 ? 1 : 2;
	return curricula.toSorted((a, b) => rank(a) - rank(b));
}

export async function findCurriculum(
	db: Db,
	id: string,
	person: string,
): Promise<Curriculum> {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const [found] = await readCurricula(db, person, [id]);
	if (found === undefined) throw new NotFound();
	return found;
}

/** A step with its curriculum, of which it is a part now. */
export async function findStep(db: Db, id: string, person: string) {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const row = await db
		.selectFrom("learning_step")
		.select("curriculum_id")
		.where("id", "=", id)
		.where("removed_at", "is", null)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	const curriculum = await findCurriculum(db, row.curriculum_id, person);
	const step = curriculum.steps.find((each) => each.id === id);
	if (step === undefined) throw new NotFound();
	return { curriculum, step };
}

/** The next step of each curriculum that `person` takes, the longest taken first. Reads as that person: nobody else may know. */
export async function stepsAtHand(
	db: Db,
	person: string,
): Promise<readonly LearningStep[]> {
	const taken = await db
		.selectFrom("learning")
		.select("curriculum_id")
		.where("person_id", "=", person)
		.where("set_aside_at", "is", null)
		.execute();
	if (taken.length === 0) return [];
	const curricula = await readCurricula(
		db,
		person,
		taken.map(({ curriculum_id }) => curriculum_id),
	);
	return curricula.flatMap(({ progress }) =>
		progress.atHand === undefined ? [] : [progress.atHand],
	);
}

export type Recommended = Awaited<ReturnType<typeof recommendedIn>>[number];

/** Which curricula a program recommends to whom, by title. */
export async function recommendedIn(db: Db, program: string) {
	return db
		.selectFrom("program_curriculum")
		.innerJoin(
			"curriculum",
			"curriculum.id",
			"program_curriculum.curriculum_id",
		)
		.select(["curriculum.id", "curriculum.title", "program_curriculum.side"])
		.where("program_curriculum.program_id", "=", program)
		.orderBy("curriculum.title")
		.orderBy("curriculum.id")
		.execute();
}

async function readCurricula(
	db: Db,
	person: string,
	only?: readonly string[],
): Promise<readonly Curriculum[]> {
	let asked = db
		.selectFrom("curriculum")
		.leftJoin("learning", (join) =>
			join
				.onRef("learning.curriculum_id", "=", "curriculum.id")
				.on("learning.person_id", "=", person),
		)
		.select([
			"curriculum.id",
			"curriculum.title",
			"curriculum.summary",
			"curriculum.locale",
			"curriculum.published_at",
			"curriculum.retired_at",
			"curriculum.changed_at",
			"learning.taken_at",
			"learning.set_aside_at",
		])
		.orderBy("learning.taken_at")
		.orderBy("curriculum.title")
		.orderBy("curriculum.id");
	if (only !== undefined) asked = asked.where("curriculum.id", "in", only);
	const rows = await asked.execute();
	if (rows.length === 0) return [];
	const steps = Map.groupBy(
		await stepsOf(
			db,
			rows.map(({ id }) => id),
		),
		({ curriculum }) => curriculum,
	);
	const done = await doneBy(db, person);
	const programs = await recommendedTo(db, person);
	return rows.map((row) => {
		const own = steps.get(row.id) ?? [];
		return {
			id: row.id,
			title: row.title,
			summary: row.summary,
			locale: row.locale,
			isPublished: row.published_at !== null,
			isRetired: row.retired_at !== null,
			changedAt: row.changed_at,
			steps: own,
			isTaken: row.taken_at !== null && row.set_aside_at === null,
			doneSteps: done,
			progress: progressIn(own, done),
			recommendedBy: programs
				.filter(({ curriculum_id }) => curriculum_id === row.id)
				.map(({ name }) => name),
		};
	});
}

async function stepsOf(
	db: Db,
	curricula: readonly string[],
): Promise<LearningStep[]> {
	const rows = await db
		.selectFrom("learning_step")
		.leftJoin("competency", "competency.id", "learning_step.competency_id")
		.leftJoin("learning_file as file", "file.step_id", "learning_step.id")
		.select([
			"learning_step.id",
			"learning_step.curriculum_id",
			"learning_step.kind",
			"learning_step.title",
			"learning_step.body",
			"learning_step.minutes",
			"learning_step.video",
			"learning_step.question",
			"learning_step.competency_id",
			"learning_step.level",
			"competency.name",
			"file.name as fileName",
			"file.bytes",
		])
		.where("learning_step.curriculum_id", "in", curricula)
		.where("learning_step.removed_at", "is", null)
		.orderBy("learning_step.position")
		.orderBy("learning_step.id")
		.execute();
	return rows.map((row) => ({
		id: row.id,
		curriculum: row.curriculum_id,
		kind: row.kind,
		title: row.title,
		body: row.body,
		minutes: row.minutes,
		video: row.video,
		question: row.question,
		competency:
			row.competency_id === null || row.name === null || row.level === null
				? null
				: { id: row.competency_id, name: row.name, level: row.level },
		file:
			row.fileName === null || row.bytes === null
				? null
				: { name: row.fileName, bytes: row.bytes },
	}));
}

async function doneBy(db: Db, person: string): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom("learning_done")
		.select("step_id")
		.where("person_id", "=", person)
		.execute();
	return new Set(rows.map(({ step_id }) => step_id));
}

function recommendedTo(db: Db, person: string) {
	return db
		.selectFrom("program_curriculum")
		.innerJoin("program", "program.id", "program_curriculum.program_id")
		.innerJoin("enrolment", (join) =>
			join
				.onRef("enrolment.program_id", "=", "program.id")
				.on("enrolment.person_id", "=", person)
				.on("enrolment.status", "=", "enrolled")
				.on(sql<boolean>`program_curriculum.side in ('both', enrolment.side)`),
		)
		.select(["program_curriculum.curriculum_id", "program.name"])
		.distinct()
		.orderBy("program.name")
		.execute();
}
