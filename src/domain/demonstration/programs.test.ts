import assert from "node:assert/strict";
import { test } from "node:test";
import { Temporal } from "temporal-polyfill";
import { readPolicy } from "../matching/read-policy.ts";
import { scorePairs } from "../matching/scoring.ts";
import { checkCharter } from "../programs/charter.ts";
import { isEligible } from "../programs/eligibility.ts";
import { personFacts } from "../programs/person-facts.ts";
import type { FactValue } from "../programs/rule.ts";
import { makeCompany } from "./company.ts";
import { factsOnDay } from "./facts.ts";
import { gradeScale } from "./house.ts";
import type { Enrolment } from "./program.ts";

const today = Temporal.PlainDate.from("2026-11-23");
const companies = [150, 600, 2_000].map((people) =>
	makeCompany({ people, seed: 4, today }),
);

test("everyone enrolled was admitted by the rule of their side, once", () => {
	const kinds = personFacts(gradeScale);
	for (const { people, programs } of companies) {
		const facts = factsOnDay(people, today);
		for (const { enrolments, eligibility } of programs) {
			const seen = new Set(enrolments.map(({ person }) => person));
			assert.equal(seen.size, enrolments.length);
			for (const { person, side } of enrolments) {
				const known = facts.get(person);
				assert.ok(known);
				const result = isEligible(eligibility[side], known, { kinds, today });
				assert.ok(result.eligible, JSON.stringify(result.because));
			}
		}
	}
});

test("charters are complete, and days come in their order", () => {
	for (const { programs } of companies) {
		for (const program of programs) {
			assert.deepEqual(checkCharter(program.charter), []);
			assert.ok(program.createdOn < program.openedOn);
			for (const one of program.enrolments) {
				assert.ok(program.openedOn < one.enteredOn);
				const answered = one.answeredOn ?? one.enteredOn;
				assert.ok(one.enteredOn <= answered && answered < today.toString());
				assert.ok((one.pausedUntil ?? "9999") > today.toString());
			}
		}
	}
});

test("relationships run forward in time and end when someone leaves", () => {
	for (const { people, programs } of companies) {
		const left = new Map(
			people.map(({ employeeNumber, leftOn }) => [employeeNumber, leftOn]),
		);
		const [running] = programs;
		assert.ok(running && running.relationships.length > 8);
		for (const {
			mentor,
			mentee,
			began,
			quiet,
			ended,
		} of running.relationships) {
			const end = ended?.on ?? today.toString();
			assert.ok(began <= end && began < (quiet?.from ?? "9999"));
			for (const person of [mentor, mentee]) {
				const gone = left.get(person);
				if (gone !== undefined) assert.ok(ended && ended.on <= gone);
			}
		}
	}
});

test("some relationships have ended and most go on, few of them quietly", () => {
	for (const { programs } of companies.slice(1)) {
		const all = programs[0]?.relationships ?? [];
		const open = all.filter(({ ended }) => ended === undefined);
		assert.ok(open.length < all.length && open.length > all.length / 2);
		const quiet = open.filter(
			(one) => one.quiet !== undefined && one.quiet.from < today.toString(),
		);
		assert.ok(quiet.length > 0 && quiet.length < open.length * 0.3);
	}
});

test("the cohort to be paired has more mentees than places and every kind of answer", () => {
	const [, usual] = companies;
	const enrolments = usual?.programs[1]?.enrolments ?? [];
	const counted = (side: string, status: string) =>
		enrolments.filter((one) => one.side === side && one.status === status);
	const places = counted("mentor", "enrolled").reduce(
		(sum, { capacity }) => sum + capacity,
		0,
	);
	assert.ok(counted("mentee", "enrolled").length > places);
	for (const status of ["invited", "waiting", "declined", "nominated"]) {
		assert.ok(
			enrolments.some((one) => one.status === status),
			status,
		);
	}
	assert.ok(enrolments.some(({ pausedUntil }) => pausedUntil !== undefined));
});

test("nobody nominates themselves, and every nomination has its reason", () => {
	for (const { programs } of companies) {
		for (const { enrolments } of programs) {
			for (const { how, nomination, person } of enrolments) {
				assert.equal(how === "nomination", nomination !== undefined);
				assert.notEqual(nomination?.by, person);
			}
		}
	}
});

test("the engine can score the cohort, and almost every mentee has a choice of mentors", () => {
	for (const { people, programs } of companies.slice(1)) {
		const pairing = programs[1];
		assert.ok(pairing);
		const policy = readPolicy(pairing.policy);
		assert.ok(policy.ok);
		const facts = factsOnDay(people, today);
		const table = (side: Enrolment["side"]) => {
			const rows = pairing.enrolments
				.filter((one) => one.side === side && one.status === "enrolled")
				.map((one) => ({
					...row(facts.get(one.person) ?? {}),
					wishes: named(pairing.wishes, one.person),
					blocked: "",
					past: "",
					capacity: String(one.capacity),
					need: String(one.capacity),
				}));
			return { columns: Object.keys(rows[0] ?? {}), rows };
		};
		const mentees = table("mentee");
		const result = scorePairs(policy.policy, table("mentor"), mentees);
		assert.ok(result.ok, JSON.stringify(result));
		const choices = mentees.rows.map(
			({ id }) =>
				result.scoring.pairs.filter(({ mentee }) => mentee === id).length,
		);
		const wide = choices.filter((count) => count >= 3).length;
		assert.ok(wide > choices.length * 0.9, choices.join(" "));
	}
});

function row(facts: Readonly<Record<string, FactValue | undefined>>) {
	const wanted = [
		"id",
		"unit",
		"function",
		"grade",
		"location",
		"utc offset",
		"languages",
		"line",
		"generation",
		"clients",
		"industries",
		"offers",
		"seeks",
	];
	const cells = wanted.map((name) => [name, cell(facts[name])] as const);
	return { id: "", ...Object.fromEntries(cells) };
}

function cell(fact: FactValue | undefined): string {
	if (fact === undefined) return "";
	if (typeof fact !== "object") return String(fact);
	return Array.isArray(fact)
		? fact.join(";")
		: Object.entries(fact)
				.map(([key, level]) => `${key}:${level}`)
				.join(";");
}

function named(
	wishes: readonly { readonly person: string; readonly wished: string }[],
	person: string,
): string {
	return wishes
		.filter((wish) => wish.person === person)
		.map(({ wished }) => wished)
		.join(";");
}
