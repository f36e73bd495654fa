import {
	type EnrolmentStatus,
	type Side,
	sides,
	statusAfter,
} from "../../domain/programs/enrolment.ts";
import { isEligible } from "../../domain/programs/eligibility.ts";
import { everyone, type Rule } from "../../domain/programs/rule.ts";
import { Temporal } from "temporal-polyfill";
import type { Db } from "../../platform/database/database.ts";
import type { Office } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import {
	type Visit,
	type Visitor,
	visitorOf,
} from "../../platform/http/visit.ts";
import { adoptedRules } from "./queries/eligibility.ts";
import { type OwnEnrolment, ownEnrolments } from "./queries/enrolments.ts";
import { findLottery, type Lottery } from "./queries/lottery.ts";
import { managesPeople } from "./queries/people.ts";
import { factKinds, loadPersonFacts } from "./queries/person-facts.ts";
import { findProgram, type Program } from "./queries/programs.ts";

/** A program as one visitor stands to it. */
export type Standing = {
	readonly program: Program;
	/** Runs it. */
	readonly manages: boolean;
	/** Runs it, or sees who is enrolled as committee member or analyst. */
	readonly oversees: boolean;
	readonly own: readonly OwnEnrolment[];
	readonly mayNominate: boolean;
	/** Where places are drawn by lot. */
	readonly lottery: Lottery | undefined;
};

/** The program of a route, for those who may know of it. For all others it is not there. */
export async function enterProgram(
	visit: Pick<Visit, "db" | "visitor"> & {
		readonly params: { readonly program: string };
	},
): Promise<Standing> {
	const id = uuidIn(visit.params.program);
	const program = await findProgram(visit.db, id);
	if (program === undefined) throw new NotFound();
	const visitor = visitorOf(visit);
	const manages = holdsIn(visitor, id, ["program-manager"]);
	const oversees =
		manages || holdsIn(visitor, id, ["committee-member", "analyst"]);
	const own = await ownEnrolments(visit.db, id, visitor.id);
	const isGoingOn = program.status === "open" || program.status === "running";
	const mayNominate =
		isGoingOn &&
		program.takesNominations &&
		(await managesPeople(visit.db, visitor.id));
	const isWelcome =
		oversees ||
		own.length > 0 ||
		(isGoingOn && program.takesApplications) ||
		mayNominate;
	if (!isWelcome) throw new NotFound();
	const lottery = await findLottery(visit.db, id);
	return { program, manages, oversees, own, mayNominate, lottery };
}

/** Whether someone runs every program: only then may they found another. */
export function runsAllPrograms(visitor: Visitor): boolean {
	return visitor.offices.some(
		({ office, program }) => office === "program-manager" && program === null,
	);
}

export function holdsIn(
	visitor: Visitor,
	program: string,
	wanted: readonly Office[],
): boolean {
	return visitor.offices.some(
		(held) =>
			wanted.includes(held.office) &&
			(held.program === null || held.program === program),
	);
}

export type OwnEligibility = Readonly<
	Record<Side, ReturnType<typeof isEligible>>
>;

/** Whether a person fits each side's adopted rule. Runs as that person, about nobody but themself. */
export async function ownEligibility(
	db: Db,
	{
		program,
		person,
		today,
	}: { program: string; person: string; today: string },
): Promise<OwnEligibility> {
	const rules = await adoptedRules(db, program);
	const kinds = await factKinds(db);
	const facts = await loadPersonFacts(db, { today, people: [person] });
	const judge = (rule: Rule | undefined) =>
		isEligible(rule ?? everyone, facts.get(person) ?? {}, {
			kinds,
			today: Temporal.PlainDate.from(today),
		});
	return {
		mentor: judge(rules.mentor?.rule),
		mentee: judge(rules.mentee?.rule),
	};
}

/** An id from an address; what is none is not there. */
export function uuidIn(text: string): string {
	if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text))
		throw new NotFound();
	return text;
}

/** The sides on which a person may ask for a place now: the program takes applications, they fit, and do not stand there already. */
export async function mayApplyTo(
	visit: Pick<Visit, "db" | "visitor" | "today">,
	program: Pick<Program, "id" | "status" | "takesApplications">,
	own: readonly { readonly side: Side; readonly status: EnrolmentStatus }[],
): Promise<readonly Side[]> {
	const isGoingOn = program.status === "open" || program.status === "running";
	if (!isGoingOn || !program.takesApplications) return [];
	const free = sides.filter((side) => {
		const part = own.find((each) => each.side === side);
		return (
			part === undefined ||
			(part.status !== "invited" &&
				statusAfter("apply", { status: part.status, how: "application" }) !==
					undefined)
		);
	});
	if (free.length === 0) return [];
	const fits = await ownEligibility(visit.db, {
		program: program.id,
		person: visitorOf(visit).id,
		today: visit.today,
	});
	return free.filter((side) => fits[side].eligible);
}
