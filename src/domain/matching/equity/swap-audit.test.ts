import assert from "node:assert/strict";
import { test } from "node:test";
import type { PeopleTable } from "../people-table.ts";
import { planning } from "../plan.ts";
import type { Policy } from "../policy.ts";
import { assembleProblem } from "../problem.ts";
import { readPolicy } from "../read-policy.ts";
import type { SwapAudit } from "./swap-audit.ts";
import { swapAudit } from "./swap-audit.ts";

const mentors: PeopleTable = {
	columns: ["id", "gender", "site"],
	rows: [
		{ id: "Ingrid", gender: "f", site: "Oslo" },
		{ id: "Tomás", gender: "m", site: "Lima" },
	],
};
const mentees: PeopleTable = {
	columns: ["id", "gender", "site"],
	rows: [
		{ id: "Wei", gender: "f", site: "Oslo" },
		{ id: "Jola", gender: "m", site: "Oslo" },
		{ id: "Amara", gender: "f", site: "Lima" },
		{ id: "Ruth", gender: "", site: "Lima" },
	],
};

test("a policy that does not look at the attribute pairs everybody the same after the exchange", () => {
	const audit = auditOf(policy("site"), "gender");
	assert.ok(audit.ok);
	assert.equal(audit.isSame, true);
	assert.deepEqual(
		audit.groups.map(({ group, members, differently }) => [
			group,
			members,
			differently,
		]),
		[
			["f", 2, []],
			["m", 1, []],
		],
	);
});

test("a policy that rewards likeness on it pairs people differently, and says whom", () => {
	const audit = auditOf(policy("gender"), "gender");
	assert.ok(audit.ok);
	assert.equal(audit.isSame, false);
	assert.ok(audit.groups.some(({ differently }) => differently.length > 0));
	assert.equal(audit.exchanges, 1);
});

test("there is nothing to exchange in a column that is not there or holds one value", () => {
	assert.deepEqual(auditOf(policy("site"), "age"), {
		ok: false,
		why: "no-such-column",
	});
	const one = {
		...mentees,
		rows: mentees.rows.map((row) => ({ ...row, gender: "f" })),
	};
	assert.deepEqual(auditOf(policy("site"), "gender", one), {
		ok: false,
		why: "one-group",
	});
});

function policy(column: string): Policy {
	const reading = readPolicy({
		version: 1,
		name: "likeness",
		id: "id",
		columns: { gender: "text", site: "text" },
		capacity: 1,
		need: 1,
		terms: [{ name: "alike", compare: "same", column, points: 10 }],
	});
	assert.ok(reading.ok, JSON.stringify(reading));
	return reading.policy;
}

function auditOf(
	own: Policy,
	column: string,
	table: PeopleTable = mentees,
): SwapAudit {
	const work = swapAudit({
		policy: own,
		mentors,
		mentees: table,
		solve: (scoring) =>
			planning(
				assembleProblem({
					objective: "people",
					seed: "s",
					mentees: scoring.mentees,
					mentors: scoring.mentors,
					pairs: scoring.columns,
				}),
				{},
			),
		column,
	});
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}
