import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Change } from "./change.ts";
import { known, OPTIONS, plan, row } from "./import-cast.test.ts";
import type { ImportPlan } from "./import-plan.ts";
import type { KnownPerson, PersonRef } from "./known-person.ts";
import { type PersonId, personId } from "./person-id.ts";
import { undoOf } from "./undo-import.ts";

const text = fc.constantFrom(null, "a", "b");
const facts = fc.record(
	{
		employeeNumber: fc.constantFrom(null, "1", "2", "3"),
		email: fc.constantFrom("a@x.org", "b@x.org", "c@x.org", "d@x.org"),
		firstName: text,
		lastName: fc.constantFrom("One", "Two"),
		unit: text,
		languages: fc.subarray(["de", "en", "fr"]),
		leftOn: fc.constantFrom(null, "2026-01-01"),
		clients: fc.subarray(["x", "y"]),
	},
	{ requiredKeys: ["email"] },
);
// As readPeople leaves them: no address and no number twice.
const someRows = fc
	.uniqueArray(
		fc.record({
			facts,
			manager: fc.constantFrom(null, "1", "2", "a@x.org", "b@x.org", "One"),
		}),
		{ maxLength: 5, selector: (each) => each.facts.email },
	)
	.filter((rows) => {
		const numbers = rows.flatMap(({ facts: f }) => f.employeeNumber ?? []);
		return new Set(numbers).size === numbers.length;
	});
const somePeople = fc
	.uniqueArray(facts, { maxLength: 4, selector: (each) => each.email })
	.map((all) =>
		all.map((each, at) =>
			known(
				`p${at}`,
				{ ...each, employeeNumber: String(at + 1) },
				{ managerId: at === 0 ? null : personId(`p${at - 1}`) },
			),
		),
	);
const choices = fc.record({
	emptyCells: fc.constantFrom("keep", "clear"),
	leaving: fc.constantFrom("nobody", "everyone-missing"),
} as const);

test("every row ends in exactly one of create, update, unchanged and refused", () => {
	fc.assert(
		fc.property(someRows, somePeople, choices, (cells, people, options) => {
			const rows = cells.map((each, at) =>
				row(at + 2, each.facts, { manager: each.manager }),
			);
			const made = plan(rows, people, options);
			const places = [...made.create, ...made.update, ...made.unchanged]
				.map((each) => each.row)
				.concat(made.refused);
			assert.deepEqual(
				places.toSorted((a, b) => a - b),
				rows.map((each) => each.row),
			);
		}),
	);
});

test("a plan carried out and made again changes nothing; undone, all is as before", () => {
	fc.assert(
		fc.property(someRows, somePeople, choices, (cells, people, options) => {
			const rows = cells.map((each, at) =>
				row(at + 2, each.facts, { manager: each.manager }),
			);
			const made = plan(rows, people, options);
			const after = carryOut(made, people);
			assertNoLoops(after);
			const again = plan(rows, after, options);
			assert.deepEqual(again.create, []);
			assert.deepEqual(again.update, []);
			assert.deepEqual(again.leave, []);
			assert.deepEqual(undo(made, after), people);
		}),
		{ numRuns: 500 },
	);
});

test("ten thousand rows are planned at once", () => {
	const people = Array.from({ length: 10_000 }, (_, at) =>
		known(
			`p${at}`,
			{
				employeeNumber: String(at),
				email: `p${at}@x.org`,
				lastName: `Name ${at}`,
			},
			{ managerId: at === 0 ? null : personId(`p${Math.floor(at / 8)}`) },
		),
	);
	const rows = people.map((_, at) =>
		row(
			at + 2,
			{ employeeNumber: String(at), unit: "New" },
			{ manager: `p${Math.floor(at / 7)}@x.org` },
		),
	);
	const made = plan(rows, people);
	assert.equal(made.update.length, 10_000);
	assert.deepEqual(
		made.problems.map((p) => p.code),
		["manager-is-self"],
	);
});

function idOf(ref: PersonRef | null): PersonId | null {
	if (ref === null) return null;
	return "person" in ref ? ref.person : personId(`row ${ref.row}`);
}

function carryOut(
	made: ImportPlan,
	people: readonly KnownPerson[],
): readonly KnownPerson[] {
	const changes = new Map(
		made.update.map((each) => [each.person, each.changes]),
	);
	const leave = new Set(made.leave);
	const updated = people.map((person) => {
		const changed = withChanges(person, changes.get(person.id) ?? []);
		return leave.has(person.id)
			? { ...changed, facts: { ...changed.facts, leftOn: OPTIONS.today } }
			: changed;
	});
	const created = made.create.map((each) =>
		known(`row ${each.row}`, each.facts, { managerId: idOf(each.manager) }),
	);
	return [...updated, ...created];
}

function withChanges(
	person: KnownPerson,
	changes: readonly Change[],
): KnownPerson {
	let changed = person;
	for (const change of changes) {
		if (change.about === "fact")
			changed = {
				...changed,
				facts: { ...changed.facts, [change.field]: change.to },
			};
		if (change.about === "manager")
			changed = { ...changed, managerId: idOf(change.to) };
	}
	return changed;
}

function undo(
	made: ImportPlan,
	people: readonly KnownPerson[],
): readonly KnownPerson[] {
	const { remove, restore, bringBack } = undoOf(made);
	const gone = new Set(remove.map((number) => `row ${number}`));
	const back = new Set(bringBack);
	const changes = new Map(restore.map((each) => [each.person, each.changes]));
	return people
		.filter((person) => !gone.has(person.id))
		.map((person) => {
			const restored = withChanges(person, changes.get(person.id) ?? []);
			return back.has(person.id)
				? { ...restored, facts: { ...restored.facts, leftOn: null } }
				: restored;
		});
}

function assertNoLoops(people: readonly KnownPerson[]): void {
	const above = new Map(people.map((person) => [person.id, person.managerId]));
	for (const { id } of people) {
		let steps = 0;
		for (let who = above.get(id); who; who = above.get(who)) {
			assert.ok(
				steps++ <= people.length,
				"managers lead back to where they began",
			);
		}
	}
}
