import assert from "node:assert/strict";
import { test } from "node:test";
import { AMARA, known, plan, RUTH, row, told } from "./import-cast.test.ts";
import { personId } from "./person-id.ts";

test("managers are found by number, address or name, among the known and the new", () => {
	const made = plan(
		[
			row(
				2,
				{ email: "wei@example.org", firstName: "Wei", lastName: "Zhang" },
				{ manager: "Okafor, Amara" },
			),
			row(
				3,
				{ email: "jola@example.org", firstName: "Jola", lastName: "Nowak" },
				{ manager: "wei@example.org" },
			),
			row(
				4,
				{ email: "tomas@example.org", firstName: "Tomás", lastName: "Silva" },
				{ manager: "jola  nowak" },
			),
			row(
				5,
				{ email: "x@example.org", firstName: "X", lastName: "Y" },
				{ manager: "Nobody" },
			),
			row(
				6,
				{ email: "y@example.org", firstName: "Y", lastName: "Z" },
				{ manager: "y@example.org" },
			),
		],
		[AMARA],
	);
	assert.deepEqual(
		made.create.map((p) => p.manager),
		[{ person: "amara" }, { row: 2 }, { row: 3 }, null, null],
	);
	assert.deepEqual(told(made), [
		"5 unknown-manager warning",
		"6 manager-is-self warning",
	]);
});

test("a loop of managers is cut for the rows along it, also through people who are not in the file", () => {
	const ruthUnderWei = known("ruth", RUTH.facts, {
		managerId: personId("wei"),
	});
	const wei = known("wei", {
		email: "wei@example.org",
		firstName: "Wei",
		lastName: "Zhang",
	});
	const made = plan(
		[row(2, { email: "wei@example.org" }, { manager: "200" })],
		[AMARA, ruthUnderWei, wei],
	);
	assert.deepEqual(told(made), ["2 manager-loop warning"]);
	assert.deepEqual(made.update, []);
	const three = plan(
		[
			row(2, { email: "a@x.org", lastName: "A" }, { manager: "b@x.org" }),
			row(3, { email: "b@x.org", lastName: "B" }, { manager: "c@x.org" }),
			row(4, { email: "c@x.org", lastName: "C" }, { manager: "a@x.org" }),
			row(5, { email: "d@x.org", lastName: "D" }, { manager: "a@x.org" }),
		],
		[],
	);
	assert.deepEqual(
		three.create.map((p) => p.manager),
		[null, null, null, { row: 2 }],
	);
	const [first] = three.problems;
	assert.deepEqual(first?.code === "manager-loop" && first.rows, [2, 3, 4]);
});

test("cutting one loop does not leave another behind", () => {
	const a = known(
		"a",
		{ email: "a@x.org", lastName: "A" },
		{ managerId: personId("b") },
	);
	const b = known("b", { email: "b@x.org", lastName: "B" });
	const c = known("c", { email: "c@x.org", lastName: "C" });
	const made = plan(
		[
			row(2, { email: "a@x.org" }, { manager: "c@x.org" }),
			row(3, { email: "b@x.org" }, { manager: "a@x.org" }),
			row(4, { email: "c@x.org" }, { manager: "a@x.org" }),
		],
		[a, b, c],
	);
	assert.deepEqual(made.update, []);
	assert.deepEqual(
		made.problems.map((p) => p.row),
		[2, 3, 4],
	);
});
