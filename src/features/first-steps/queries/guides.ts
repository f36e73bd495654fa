import type { Db } from "../../../platform/database/database.ts";
import type { Office } from "../../../platform/http/guard.ts";
import type { Visitor } from "../../../platform/http/visit.ts";
import { managesPeople } from "../../programs/queries/people.ts";
import type { FirstStep, Guide, Places } from "../guide.ts";
import {
	lineManagerGuide,
	menteeGuide,
	mentorGuide,
} from "../member-guides.ts";
import {
	committeeGuide,
	facilitatorGuide,
	managerGuide,
} from "../office-guides.ts";
import { wordsFor } from "../own-words.ts";
import { programStepsOf } from "./program-steps.ts";

/** The guides of every role the visitor has, with what they ticked off. */
export async function ownGuides(
	db: Db,
	visitor: Visitor,
): Promise<{
	readonly guides: readonly Guide[];
	readonly done: ReadonlySet<string>;
}> {
	const sides = await db
		.selectFrom("enrolment")
		.innerJoin("program", "program.id", "enrolment.program_id")
		.select(["enrolment.side", "program.id as program"])
		.where("person_id", "=", visitor.id)
		.where("enrolment.status", "in", ["enrolled", "waiting"])
		.where("program.status", "<>", "closed")
		.execute();
	const relationships = await db
		.selectFrom("relationship_member as member")
		.leftJoin(
			"relationship_ending as ending",
			"ending.relationship_id",
			"member.relationship_id",
		)
		.select(["member.relationship_id as id", "member.side"])
		.where("person_id", "=", visitor.id)
		.where("ending.ended_at", "is", null)
		.execute();
	const done = await db
		.selectFrom("first_step_done")
		.select("step")
		.where("person_id", "=", visitor.id)
		.execute();
	const programDone = await db
		.selectFrom("program_step_done")
		.select("step_id as step")
		.where("person_id", "=", visitor.id)
		.execute();
	const steps = await programSteps(db, visitor, sides);
	const has = (side: "mentor" | "mentee") =>
		sides.some((one) => one.side === side);
	const pair = (side: "mentor" | "mentee"): Places => ({
		program: undefined,
		relationship: relationships.find((one) => one.side === side)?.id,
	});
	const office = (wanted: Office): Places | undefined => {
		const held = visitor.offices.find((one) => one.office === wanted);
		return (
			held && { program: held.program ?? undefined, relationship: undefined }
		);
	};
	const manager = office("program-manager");
	const committee = office("committee-member");
	const guides = [
		...(has("mentor") ? [mentorGuide(pair("mentor"))] : []),
		...(has("mentee") ? [menteeGuide(pair("mentee"))] : []),
		...(manager === undefined ? [] : [managerGuide(manager)]),
		...(committee === undefined ? [] : [committeeGuide(committee)]),
		...(office("facilitator") === undefined ? [] : [facilitatorGuide()]),
		...((await managesPeople(db, visitor.id)) ? [lineManagerGuide()] : []),
	];
	return {
		guides: guides.map((guide) => ({
			...guide,
			steps: [...guide.steps, ...steps(guide.role)],
		})),
		done: new Set([...done, ...programDone].map(({ step }) => step)),
	};
}

/** What the programs of a role add to its steps, after the product's own. */
async function programSteps(
	db: Db,
	{ offices }: Visitor,
	sides: readonly { readonly side: string; readonly program: string }[],
): Promise<(role: string) => readonly FirstStep[]> {
	const held = offices.filter(
		({ office }) => office === "committee-member" || office === "facilitator",
	);
	const isEverywhere = held.some(({ program }) => program === null);
	const found = await programStepsOf(
		db,
		isEverywhere
			? "all"
			: [
					...sides.map(({ program }) => program),
					...held.flatMap(({ program }) => program ?? []),
				],
	);
	return (role) =>
		found
			.filter(
				(step) =>
					step.role === role &&
					(sides.some(
						({ side, program }) => side === role && program === step.program,
					) ||
						held.some(
							({ office, program }) =>
								office === role && (program ?? step.program) === step.program,
						)),
			)
			.map(({ id, programName, words, link, file }) => {
				const { label, hint, locale } = wordsFor(words);
				return {
					id,
					label,
					hint,
					href: link ?? undefined,
					own: { program: programName, locale, file },
				};
			});
}
