import assert from "node:assert/strict";
import test from "node:test";
import { officeConflicts } from "./conflicts.ts";

const programs = ["spring", "reverse"];
const analyst = (person: string, program: string | null = null) => ({
	person,
	office: "analyst",
	program,
});
const manager = (person: string, program: string | null = null) => ({
	person,
	office: "program-manager",
	program,
});

test("whoever audits a program they run has a conflict there and nowhere else", () => {
	const conflicts = officeConflicts({
		held: [
			analyst("Noor"),
			manager("Noor", "spring"),
			analyst("Piet", "spring"),
		],
		takingPart: [],
		programs,
	});
	assert.deepEqual(conflicts, [
		{
			kind: "audits-own",
			person: "Noor",
			programs: ["spring"],
			because: ["program-manager"],
			others: ["Piet"],
		},
	]);
});

test("a mentor and a mentee audit nothing of their own, and nobody may be left to look", () => {
	const conflicts = officeConflicts({
		held: [analyst("Noor"), analyst("Wei", "reverse")],
		takingPart: [
			{ person: "Noor", program: "spring", side: "mentor" },
			{ person: "Noor", program: "reverse", side: "mentee" },
			{ person: "Wei", program: "reverse", side: "mentor" },
		],
		programs,
	});
	assert.deepEqual(
		conflicts.map((conflict) =>
			conflict.kind === "audits-own"
				? [
						conflict.person,
						conflict.programs,
						conflict.because,
						conflict.others,
					]
				: conflict,
		),
		[
			["Noor", ["spring"], ["mentor"], []],
			["Noor", ["reverse"], ["mentee"], []],
			["Wei", ["reverse"], ["mentor"], []],
		],
	);
});

test("the same conflict in many programs is one", () => {
	const [conflict, ...more] = officeConflicts({
		held: [analyst("Noor"), manager("Noor")],
		takingPart: [],
		programs,
	});
	assert.deepEqual(more, []);
	assert.deepEqual(
		conflict?.kind === "audits-own" && conflict.programs,
		programs,
	);
});

test("an analyst for one program has no conflict in another; whoever takes part without auditing has none", () => {
	assert.deepEqual(
		officeConflicts({
			held: [analyst("Noor", "spring"), manager("Noor", "reverse")],
			takingPart: [{ person: "Wei", program: "spring", side: "mentee" }],
			programs,
		}),
		[],
	);
});

test("a single administrator who also runs programs is named; two are not", () => {
	const ada = { person: "Ada", office: "administrator", program: null };
	const held = [ada, manager("Ada", "spring")];
	assert.deepEqual(officeConflicts({ held, takingPart: [], programs }), [
		{ kind: "administers-alone", person: "Ada" },
	]);
	const second = { ...ada, person: "Ruth" };
	assert.deepEqual(
		officeConflicts({ held: [...held, second], takingPart: [], programs }),
		[],
	);
	assert.deepEqual(
		officeConflicts({ held: [ada], takingPart: [], programs }),
		[],
	);
});
