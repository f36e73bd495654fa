import type { CustomValue } from "./custom-field.ts";
import type { EnrolledSide, KnownPerson, PersonRef } from "./known-person.ts";
import {
	FACT_KEYS,
	type FactKey,
	type FactValue,
	type PersonRow,
} from "./person-row.ts";
import type { Trouble } from "./row-problem.ts";
import type { Skill } from "./skill.ts";

/** One thing an import changes about a person who is known. `from` is the image before, which an undo puts back. */
export type Change =
	| {
			readonly about: "fact";
			readonly field: FactKey;
			readonly from: FactValue;
			readonly to: FactValue;
	  }
	| {
			readonly about: "manager";
			readonly from: PersonRef | null;
			readonly to: PersonRef | null;
	  }
	| {
			readonly about: "custom";
			readonly key: string;
			readonly from: CustomValue | null;
			readonly to: CustomValue | null;
	  }
	/** Of what came from files only: what people offer and seek in their own words is neither in `from` nor in `to`. */
	| {
			readonly about: "offers" | "seeks";
			readonly from: readonly Skill[];
			readonly to: readonly Skill[];
	  }
	/** Places on one side of the program; null: not enrolled. */
	| {
			readonly about: "enrolment";
			readonly side: EnrolledSide;
			readonly from: number | null;
			readonly to: number | null;
	  };

export type EmptyCells = "keep" | "clear";

export interface Comparison {
	readonly changes: readonly Change[];
	readonly troubles: readonly Trouble[];
}

/** What a row changes about the facts, custom fields, offers and seeks of the person it is about. */
export function compare(
	person: KnownPerson,
	row: PersonRow,
	emptyCells: EmptyCells,
): Comparison {
	const facts = FACT_KEYS.map((field) =>
		compareFact(person, row, field, emptyCells),
	);
	return {
		changes: [
			...facts.flatMap(({ changes }) => changes),
			...customChanges(person, row, emptyCells),
			...skillChanges(person, row, emptyCells),
		],
		troubles: facts.flatMap(({ troubles }) => troubles),
	};
}

const NOTHING: Comparison = { changes: [], troubles: [] };
const NEVER_CLEARED: ReadonlySet<FactKey> = new Set<FactKey>([
	"employeeNumber",
	"email",
	"firstName",
	"lastName",
]);
/** What people say about themselves: a file only fills what is empty. */
const OWN_WORDS: ReadonlySet<FactKey> = new Set<FactKey>([
	"experience",
	"clients",
	"industries",
]);

function compareFact(
	person: KnownPerson,
	row: PersonRow,
	field: FactKey,
	emptyCells: EmptyCells,
): Comparison {
	const from = person.facts[field];
	// Whoever stands in the file is here, unless the file says otherwise.
	const to = field === "leftOn" ? (row.facts.leftOn ?? null) : row.facts[field];
	if (to === undefined || isSameFact(field, from, to)) return NOTHING;
	const change: Change = { about: "fact", field, from, to };
	if (field === "leftOn") {
		// Already left: which day, the database knows better than a status column read today.
		return from !== null && to !== null ? NOTHING : only(change);
	}
	if (OWN_WORDS.has(field)) {
		if (isEmpty(to) || isEmpty(from))
			return isEmpty(to) ? NOTHING : only(change);
		return { changes: [], troubles: [{ code: "kept-own-words", field }] };
	}
	const isKept = emptyCells === "keep" || NEVER_CLEARED.has(field);
	return isEmpty(to) && isKept ? NOTHING : only(change);
}

function only(change: Change): Comparison {
	return { changes: [change], troubles: [] };
}

function customChanges(
	person: KnownPerson,
	row: PersonRow,
	emptyCells: EmptyCells,
): readonly Change[] {
	return Object.entries(row.custom).flatMap(([key, to]): readonly Change[] => {
		const from = Object.hasOwn(person.custom, key)
			? (person.custom[key] ?? null)
			: null;
		if (isSame(from, to)) return [];
		if (isEmpty(to) && emptyCells === "keep") return [];
		return [{ about: "custom", key, from, to }];
	});
}

function skillChanges(
	person: KnownPerson,
	row: PersonRow,
	emptyCells: EmptyCells,
): readonly Change[] {
	return (["offers", "seeks"] as const).flatMap((about): readonly Change[] => {
		const wanted = row[about];
		if (wanted === undefined) return [];
		if (wanted.length === 0 && emptyCells === "keep") return [];
		const own = new Set(
			person[about].filter((known) => known.isOwn).map(nameOfSkill),
		);
		const from = person[about].filter((known) => !known.isOwn).map(plainSkill);
		const to = wanted.filter((skill) => !own.has(nameOfSkill(skill)));
		const isUnchanged = isSame(from.map(skillText), to.map(skillText));
		return isUnchanged ? [] : [{ about, from, to }];
	});
}

function nameOfSkill(skill: Skill): string {
	return skill.competency;
}

function plainSkill({ competency, level }: Skill): Skill {
	return { competency, level };
}

function skillText({ competency, level }: Skill): string {
	return `${competency} ${level}`;
}

function isSameFact(field: FactKey, from: FactValue, to: FactValue): boolean {
	return field === "email" && typeof from === "string" && typeof to === "string"
		? from.toLowerCase() === to.toLowerCase()
		: isSame(from, to);
}

/** Lists are sets here: order alone is no change. */
function isSame(from: CustomValue | null, to: CustomValue | null): boolean {
	if (!isList(from) || !isList(to)) return from === to;
	const known = new Set(from);
	return from.length === to.length && to.every((item) => known.has(item));
}

function isEmpty(value: CustomValue | null): boolean {
	return value === null || value === "" || (isList(value) && !value.length);
}

function isList(value: CustomValue | null): value is readonly string[] {
	return Array.isArray(value);
}
