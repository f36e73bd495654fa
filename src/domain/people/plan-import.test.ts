import assert from "node:assert/strict";
import { test } from "node:test";
import {
	AMARA,
	known,
	OPTIONS,
	plan,
	RUTH,
	row,
	told,
} from "./import-cast.test.ts";
import type { ImportOptions } from "./import-plan.ts";
import { personId } from "./person-id.ts";
import { planImport } from "./plan-import.ts";

test("someone new is created, someone known updated, someone as known left alone", () => {
	const made = plan(
		[
			row(
				2,
				{ email: "wei@example.org", firstName: "Wei", lastName: "Zhang" },
				{ manager: "100" },
			),
			row(3, {
				employeeNumber: "100",
				unit: "Office of the CEO",
				jobTitle: null,
			}),
			row(4, { email: "RUTH@example.org", lastName: "Adler" }),
		],
		[AMARA, RUTH],
	);
	assert.deepEqual(
		made.create.map((p) => [p.row, p.manager]),
		[[2, { person: "amara" }]],
	);
	assert.deepEqual(made.update, [
		{
			row: 3,
			person: "amara",
			changes: [
				{
					about: "fact",
					field: "unit",
					from: "Board",
					to: "Office of the CEO",
				},
			],
		},
	]);
	assert.deepEqual(made.unchanged, [{ row: 4, person: "ruth" }]);
	assert.deepEqual(made.problems, []);
});

test("an empty cell keeps what is known, or clears it when that was chosen, but never an address or a name", () => {
	const rows = [
		row(2, { employeeNumber: "100", unit: null, email: null, lastName: null }),
	];
	assert.deepEqual(plan(rows, [AMARA]).update, []);
	assert.deepEqual(
		plan(rows, [AMARA], { emptyCells: "clear" }).update[0]?.changes,
		[{ about: "fact", field: "unit", from: "Board", to: null }],
	);
});

test("a number of one and an address of another is refused; so are two rows about one person", () => {
	const made = plan(
		[
			row(2, { employeeNumber: "100", email: "ruth@example.org" }),
			row(3, { employeeNumber: "200" }),
			row(4, { email: "ruth@example.org" }),
		],
		[AMARA, RUTH],
	);
	assert.deepEqual(told(made), [
		"2 two-people error",
		"3 same-person error",
		"4 same-person error",
	]);
	assert.deepEqual(made.refused, [2, 3, 4]);
	assert.deepEqual(made.missing, []);
});

test("someone new needs a name and an address", () => {
	assert.deepEqual(told(plan([row(2, { employeeNumber: "9" })], [])), [
		"2 missing-email error",
		"2 missing-name error",
	]);
});

test("an address whose owner had another number is the same person, and said", () => {
	const made = plan(
		[row(2, { employeeNumber: "101", email: "amara@example.org" })],
		[AMARA],
	);
	assert.deepEqual(told(made), ["2 employee-number-changes warning"]);
	assert.deepEqual(made.update[0]?.changes, [
		{ about: "fact", field: "employeeNumber", from: "100", to: "101" },
	]);
});

test("people missing are listed, not those of refused rows, and leave only when chosen", () => {
	const refused = [{ row: 2, employeeNumber: "200", email: null }];
	const reading = { rows: [], refused, problems: [] };
	const wei = known("wei", { email: "wei@example.org", leftOn: "2020-01-01" });
	const made = (leaving: ImportOptions["leaving"]) =>
		planImport(reading, [AMARA, RUTH, wei], { ...OPTIONS, leaving });
	assert.deepEqual(made("nobody").missing, ["amara"]);
	assert.deepEqual(made("nobody").leave, []);
	assert.deepEqual(made("everyone-missing").leave, ["amara"]);
	assert.deepEqual(made([personId("ruth")]).leave, []);
});

test("whoever stands in the file again is back, whoever left and was never known is not kept", () => {
	const gone = known("amara", { ...AMARA.facts, leftOn: "2024-01-01" });
	const made = plan(
		[
			row(2, { employeeNumber: "100" }),
			row(3, { email: "who@x.org", leftOn: "2025-01-01" }),
		],
		[gone],
	);
	assert.deepEqual(made.update[0]?.changes, [
		{ about: "fact", field: "leftOn", from: "2024-01-01", to: null },
	]);
	assert.deepEqual(made.unchanged, [{ row: 3, person: null }]);
	assert.deepEqual(
		plan([row(2, { employeeNumber: "100", leftOn: "2026-03-02" })], [gone])
			.update,
		[],
	);
});

test("what people say about themselves is only filled in, never overwritten", () => {
	const spoken = known(
		"ruth",
		{ ...RUTH.facts, clients: ["Nordbank"] },
		{ offers: [{ competency: "strategy", level: 5, isOwn: true }] },
	);
	const made = plan(
		[
			row(
				2,
				{ employeeNumber: "200", clients: ["Other"], experience: "Ten years" },
				{
					offers: [
						{ competency: "strategy", level: 1 },
						{ competency: "finance", level: 2 },
					],
				},
			),
		],
		[spoken],
	);
	assert.deepEqual(told(made), ["2 kept-own-words warning"]);
	assert.deepEqual(made.update[0]?.changes, [
		{ about: "fact", field: "experience", from: null, to: "Ten years" },
		{ about: "offers", from: [], to: [{ competency: "finance", level: 2 }] },
	]);
});

test("an import enrols, but not again who has ended it", () => {
	const ended = known("ruth", RUTH.facts, {
		enrolments: { mentee: { capacity: 1, isEnded: true } },
	});
	const made = plan(
		[
			row(
				2,
				{ employeeNumber: "100" },
				{ enrolment: { side: "both", capacity: 3 } },
			),
			row(3, { employeeNumber: "200" }, { enrolment: { side: "mentee" } }),
		],
		[AMARA, ended],
	);
	assert.deepEqual(made.update[0]?.changes, [
		{ about: "enrolment", side: "mentor", from: null, to: 3 },
		{ about: "enrolment", side: "mentee", from: null, to: 1 },
	]);
	assert.deepEqual(told(made), ["3 enrolment-ended warning"]);
	assert.deepEqual(
		plan(
			[row(2, { employeeNumber: "100" }, { enrolment: { capacity: 3 } })],
			[AMARA],
		).problems[0]?.code,
		"side-missing",
	);
});

test("sensitive facts are proposals for everyone alike and count as no change", () => {
	const made = plan(
		[
			row(
				2,
				{ employeeNumber: "100" },
				{ proposals: { gender: "female", religion: null } },
			),
		],
		[AMARA],
	);
	assert.deepEqual(made.unchanged, [{ row: 2, person: "amara" }]);
	assert.deepEqual(made.proposals, [
		{ ref: { person: "amara" }, facts: { gender: "female" } },
	]);
});

test("an address passes to someone new when its owner is given another in the same file", () => {
	const made = plan(
		[
			row(2, {
				employeeNumber: "300",
				email: "amara@example.org",
				lastName: "Osei",
			}),
			row(3, { employeeNumber: "100", email: "amara.okafor@example.org" }),
		],
		[AMARA],
	);
	assert.deepEqual(made.problems, []);
	assert.deepEqual(
		made.create.map((person) => person.row),
		[2],
	);
	assert.deepEqual(made.update[0]?.changes, [
		{
			about: "fact",
			field: "email",
			from: "amara@example.org",
			to: "amara.okafor@example.org",
		},
	]);
});

test("an address does not pass on when the row that would give it up is refused", () => {
	const made = plan(
		[
			row(2, {
				employeeNumber: "300",
				email: "amara@example.org",
				lastName: "Osei",
			}),
			row(3, { employeeNumber: "100", email: "ruth@example.org" }),
		],
		[AMARA, RUTH],
	);
	assert.deepEqual(told(made), ["2 same-person error", "3 two-people error"]);
});
