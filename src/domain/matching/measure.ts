import type { Cell, Person } from "./people-table.ts";
import { comparable } from "./people-table.ts";
import type { Policy, Rule, RuleTest, Term, TermMeasure } from "./policy.ts";

/** Whether a pair keeps a rule. */
export type Check = (mentor: Person, mentee: Person) => boolean;
/** What a pair is worth in one term, in millionths. */
export type Measure = (mentor: Person, mentee: Person) => number;

/** Makes a rule of a policy ready to be asked about pairs. */
export function compileRule(policy: Policy, rule: Rule): Check {
	const { test } = rule;
	const onEmpty = rule.whenEmpty === "pass";
	const judge = compileTest(policy, test);
	if (!("columns" in test)) {
		const { side, column } = test;
		return (mentor, mentee) => {
			const cell = cellOf(side === "mentor" ? mentor : mentee, column);
			return cell.kind === "empty"
				? onEmpty
				: judge(cell, EMPTY, mentor, mentee);
		};
	}
	const { columns } = test;
	return (mentor, mentee) => {
		const a = cellOf(mentor, columns.mentor);
		const b = cellOf(mentee, columns.mentee);
		// Two people of whom one names no managers are still in one line if the other names them.
		const isOpen =
			test.compare === "reporting-line"
				? a.kind === "empty" && b.kind === "empty"
				: a.kind === "empty" || b.kind === "empty";
		return isOpen ? onEmpty : judge(a, b, mentor, mentee);
	};
}

/** Makes a term of a policy ready to measure pairs. */
export function compileTerm(policy: Policy, term: Term): Measure {
	const { measure } = term;
	const points = compileMeasure(policy, measure);
	if (!("columns" in measure)) {
		const { side, column } = measure;
		return (mentor, mentee) => {
			const cell = cellOf(side === "mentor" ? mentor : mentee, column);
			return cell.kind === "empty"
				? term.whenEmpty
				: points(cell, EMPTY, mentor, mentee);
		};
	}
	const { columns } = measure;
	return (mentor, mentee) => {
		const a = cellOf(mentor, columns.mentor);
		const b = cellOf(mentee, columns.mentee);
		return a.kind === "empty" || b.kind === "empty"
			? term.whenEmpty
			: points(a, b, mentor, mentee);
	};
}

type Judge = (a: Cell, b: Cell, mentor: Person, mentee: Person) => boolean;
type Points = (a: Cell, b: Cell, mentor: Person, mentee: Person) => number;

const EMPTY: Cell = { kind: "empty" };

function cellOf(person: Person, column: string): Cell {
	return person.cells.get(column) ?? EMPTY;
}

function compileTest(policy: Policy, test: RuleTest): Judge {
	switch (test.compare) {
		case "same":
			return (a, b) => valueOf(a) === valueOf(b);
		case "different":
			return (a, b) => valueOf(a) !== valueOf(b);
		case "steps": {
			const allowed = new Set(test.allowed);
			return (a, b) => allowed.has(stepOf(a) - stepOf(b));
		}
		case "contains":
			return contains;
		case "overlap":
			return (a, b) => {
				const shared = sharedItems(a, b);
				return shared >= test.least && shared <= test.most;
			};
		case "distance":
			return (a, b) => distance(a, b, test.around) <= test.most;
		case "difference":
			return (a, b) => isWithin(amountOf(a) - amountOf(b), test);
		case "range":
			return (a) => isWithin(amountOf(a), test);
		case "one-of": {
			const values = comparables(policy, test.values);
			return (a) => itemsOf(a).some((item) => values.has(item));
		}
		case "levels":
			return (a, b) => levelsMet(a, b, test.level) >= test.least;
		case "named": {
			const mustBe = test.allowed === "only";
			return (cell, _, mentor, mentee) => {
				const other = test.side === "mentor" ? mentee : mentor;
				return itemsOf(cell).includes(other.key) === mustBe;
			};
		}
		case "reporting-line":
			return (a, b, mentor, mentee) =>
				!itemsOf(a).includes(mentee.key) && !itemsOf(b).includes(mentor.key);
	}
}

function compileMeasure(policy: Policy, measure: TermMeasure): Points {
	switch (measure.compare) {
		case "same":
			return (a, b) => (valueOf(a) === valueOf(b) ? measure.points : 0);
		case "different":
			return (a, b) => (valueOf(a) !== valueOf(b) ? measure.points : 0);
		case "contains":
			return (a, b) => (contains(a, b) ? measure.points : 0);
		case "steps":
			return (a, b) => measure.points.get(stepOf(a) - stepOf(b)) ?? 0;
		case "overlap":
			return (a, b) =>
				Math.min(measure.most, sharedItems(a, b) * measure.pointsEach);
		case "distance":
			return (a, b) => {
				const far = distance(a, b, measure.around);
				return Math.max(0, measure.points - product(far, measure.perUnit));
			};
		case "table":
			return compileTable(policy, measure);
		case "levels":
			return (a, b) =>
				Math.min(measure.most, levelPoints(a, b, measure.points));
		case "levels-alike":
			return (a, b) => {
				const apart = levelsApart(a, b);
				return apart === undefined
					? 0
					: Math.max(0, measure.points - apart * measure.perUnit);
			};
		case "levels-apart":
			return (a, b) =>
				Math.min(measure.most, (levelsApart(a, b) ?? 0) * measure.pointsEach);
		case "named":
			return (cell, _, mentor, mentee) => {
				const other = measure.side === "mentor" ? mentee : mentor;
				const rank = itemsOf(cell).indexOf(other.key);
				const at = Math.min(rank, measure.points.length - 1);
				return rank < 0 ? 0 : (measure.points[at] ?? 0);
			};
		case "one-of": {
			const values = comparables(policy, measure.values);
			return (a) =>
				itemsOf(a).some((item) => values.has(item)) ? measure.points : 0;
		}
	}
}

function compileTable(
	policy: Policy,
	measure: TermMeasure & { compare: "table" },
): Points {
	const key = (a: string, b: string) => JSON.stringify([a, b]);
	const table = new Map(
		measure.entries.map(({ mentor, mentee, points }) => [
			key(
				comparable(mentor, policy.ignoreCase),
				comparable(mentee, policy.ignoreCase),
			),
			points,
		]),
	);
	return (a, b) => table.get(key(textOf(a), textOf(b))) ?? measure.otherwise;
}

function comparables(
	policy: Policy,
	values: readonly string[],
): ReadonlySet<string> {
	return new Set(values.map((value) => comparable(value, policy.ignoreCase)));
}

function valueOf(cell: Cell): string | number | undefined {
	if (cell.kind === "text") return cell.text;
	if (cell.kind === "amount") return cell.millionths;
	return cell.kind === "step" ? cell.step : undefined;
}

function textOf(cell: Cell): string {
	return cell.kind === "text" || cell.kind === "step" ? cell.text : "";
}

function stepOf(cell: Cell): number {
	return cell.kind === "step" ? cell.step : Number.NaN;
}

function amountOf(cell: Cell): number {
	return cell.kind === "amount" ? cell.millionths : Number.NaN;
}

/** What a cell names: the items of a list, or its one text. */
export function itemsOf(cell: Cell): readonly string[] {
	if (cell.kind === "list") return cell.items;
	return cell.kind === "empty" ? [] : [textOf(cell)];
}

function contains(a: Cell, b: Cell): boolean {
	return a.kind === "list"
		? a.items.includes(textOf(b))
		: itemsOf(b).includes(textOf(a));
}

function sharedItems(a: Cell, b: Cell): number {
	const items = itemsOf(a);
	return itemsOf(b).filter((item) => items.includes(item)).length;
}

function distance(a: Cell, b: Cell, around: number | undefined): number {
	const far = Math.abs(amountOf(a) - amountOf(b));
	if (around === undefined) return far;
	return Math.min(far % around, around - (far % around));
}

function isWithin(
	value: number,
	{ least, most }: { readonly least: number; readonly most: number },
): boolean {
	return value >= least && value <= most;
}

function levelsMet(offered: Cell, sought: Cell, level: number): number {
	if (offered.kind !== "levels" || sought.kind !== "levels") return 0;
	return sought.levels
		.keys()
		.reduce(
			(met, name) => met + ((offered.levels.get(name) ?? 0) >= level ? 1 : 0),
			0,
		);
}

function levelPoints(
	offered: Cell,
	sought: Cell,
	points: ReadonlyMap<number, number>,
): number {
	if (offered.kind !== "levels" || sought.kind !== "levels") return 0;
	let sum = 0;
	for (const [name, level] of sought.levels)
		sum += (points.get(level) ?? 0) * (offered.levels.get(name) ?? 0);
	return sum;
}

/** How many levels two are apart, over all names that both state; nothing if there is no such name. */
function levelsApart(a: Cell, b: Cell): number | undefined {
	if (a.kind !== "levels" || b.kind !== "levels") return undefined;
	let apart: number | undefined;
	for (const [name, level] of a.levels) {
		const other = b.levels.get(name);
		if (other !== undefined) apart = (apart ?? 0) + Math.abs(level - other);
	}
	return apart;
}

/** Product of two amounts in millionths, rounded to millionths: exact, as both factors may have twelve digits. */
function product(a: number, b: number): number {
	const exact = BigInt(a) * BigInt(b);
	return Number((exact + 500_000n) / 1_000_000n);
}
