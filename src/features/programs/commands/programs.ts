import type { Charter } from "../../../domain/programs/charter.ts";
import { nextCharter } from "../../../domain/programs/charter.ts";
import type { Side } from "../../../domain/programs/enrolment.ts";
import type { Rule } from "../../../domain/programs/rule.ts";
import type { ProgramTemplate } from "../../../domain/programs/template.ts";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { charterProblems } from "../forms/charter.ts";
import { readCharter } from "../charter-text.ts";

export type NewProgram = {
	readonly name: string;
	readonly template: ProgramTemplate;
	readonly charter: Charter;
	readonly by: string;
};

/** Founds a program with the first version of its charter. */
export async function createProgram(
	tx: Tx,
	{ name, template, charter, by }: NewProgram,
): Promise<string> {
	const { id } = await tx
		.insertInto("program")
		.values({
			name,
			template: template.key,
			kind: template.key === "reverse-mentoring" ? "reverse" : "one-to-one",
			created_by: by,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await tx
		.insertInto("charter")
		.values({
			program_id: id,
			version: 1,
			body: JSON.stringify(charter),
			written_by: by,
		})
		.execute();
	await record(tx, {
		act: "create-program",
		subject: { kind: "program", id },
		detail: { template: template.key },
	});
	return id;
}

/** Locks a program and returns it; whoever decides about its places waits here for the one before. */
export async function lockProgram(tx: Tx, id: string) {
	const program = await tx
		.selectFrom("program")
		.selectAll()
		.where("id", "=", id)
		.forUpdate()
		.executeTakeFirst();
	if (program === undefined) throw new NotFound();
	return program;
}

/** The same for a program that still takes people in. */
export async function lockOpenProgram(tx: Tx, id: string) {
	const program = await lockProgram(tx, id);
	if (program.status === "closed")
		throw new Conflict(t("This program is closed: it takes nobody in."));
	return program;
}

export type CharterDraft = {
	readonly name: string;
	readonly charter: Charter;
	/** The version the author had before them. */
	readonly from: number;
	readonly by: string;
};

/** Adopts a draft as the next version. A draft begun from an older version than the current one is refused: nobody's words get lost. */
export async function writeCharter(
	tx: Tx,
	program: string,
	{ name, charter, from, by }: CharterDraft,
): Promise<number> {
	const { name: nameBefore } = await lockProgram(tx, program);
	const current = await tx
		.selectFrom("charter")
		.select(["version", "body"])
		.where("program_id", "=", program)
		.orderBy("version", "desc")
		.limit(1)
		.executeTakeFirstOrThrow();
	if (current.version !== from)
		throw new Conflict(
			t(
				"Someone else has adopted a new version of this charter meanwhile. Open it, and enter your changes there.",
			),
		);
	if (name !== nameBefore)
		await tx
			.updateTable("program")
			.set({ name })
			.where("id", "=", program)
			.execute();
	const next = nextCharter(
		{ version: current.version, charter: readCharter(current.body) },
		charter,
	);
	if (next.ok) {
		const { version } = next.next;
		await tx
			.insertInto("charter")
			.values({
				program_id: program,
				version,
				body: JSON.stringify(charter),
				written_by: by,
			})
			.execute();
	} else if (next.why === "incomplete")
		throw new Invalid(charterProblems(next.problems));
	else if (name === nameBefore)
		throw new Invalid({}, t("Nothing is different from the current version."));
	const version = next.ok ? next.next.version : current.version;
	await record(tx, {
		act: "write-charter",
		subject: { kind: "program", id: program },
		detail: { version },
	});
	return version;
}

export type WaysIn = {
	readonly takesApplications: boolean;
	readonly takesNominations: boolean;
	readonly menteePlaces: number | null;
};

/** How people come in beside by invitation, and how many mentees at most. */
export async function setWaysIn(
	tx: Tx,
	program: string,
	ways: WaysIn,
): Promise<void> {
	const { status } = await lockProgram(tx, program);
	const opens = ways.takesApplications || ways.takesNominations;
	await tx
		.updateTable("program")
		.set({
			takes_applications: ways.takesApplications,
			takes_nominations: ways.takesNominations,
			mentee_places: ways.menteePlaces,
		})
		.where("id", "=", program)
		.execute();
	if (opens && status === "draft") await openProgram(tx, program);
	await record(tx, {
		act: "set-ways-in",
		subject: { kind: "program", id: program },
		detail: ways,
	});
}

/** From now on people come in. */
export async function openProgram(tx: Tx, program: string): Promise<void> {
	await tx
		.updateTable("program")
		.set({ status: "open", opened_at: nowOf(tx) })
		.where("id", "=", program)
		.where("status", "=", "draft")
		.execute();
}

/** Pairs are published: called by the round that publishes. */
export async function startProgram(tx: Tx, program: string): Promise<void> {
	await tx
		.updateTable("program")
		.set({ status: "running" })
		.where("id", "=", program)
		.where("status", "in", ["draft", "open"])
		.execute();
}

export async function closeProgram(tx: Tx, program: string): Promise<void> {
	const { status } = await lockProgram(tx, program);
	if (status === "closed")
		throw new Conflict(t("This program is closed already."));
	await tx
		.updateTable("program")
		.set({ status: "closed", closed_at: nowOf(tx) })
		.where("id", "=", program)
		.execute();
	await record(tx, {
		act: "close-program",
		subject: { kind: "program", id: program },
	});
}

export type Adoption = {
	readonly side: Side;
	readonly rule: Rule;
	/** The version the preview was compared with; 0 where none was adopted. */
	readonly from: number;
	readonly by: string;
};

/** Puts a rule in force for one side. Who is enrolled already stays. */
export async function adoptRule(
	tx: Tx,
	program: string,
	{ side, rule, from, by }: Adoption,
): Promise<number> {
	await lockProgram(tx, program);
	const current = await tx
		.selectFrom("eligibility")
		.select("version")
		.where("program_id", "=", program)
		.where("side", "=", side)
		.orderBy("version", "desc")
		.limit(1)
		.executeTakeFirst();
	if ((current?.version ?? 0) !== from)
		throw new Conflict(
			t(
				"Someone else has adopted other rules meanwhile. Look at those first, then change them.",
			),
		);
	await tx
		.insertInto("eligibility")
		.values({
			program_id: program,
			side,
			version: from + 1,
			rule: JSON.stringify(rule),
			adopted_by: by,
		})
		.execute();
	await record(tx, {
		act: "adopt-eligibility",
		subject: { kind: "program", id: program },
		detail: { side, version: from + 1 },
	});
	return from + 1;
}
