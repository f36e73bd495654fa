import assert from "node:assert/strict";
import { test } from "node:test";
import { Temporal } from "temporal-polyfill";
import { starterCatalogue } from "../competencies/starter.ts";
import { cast, castRoles } from "./cast.ts";
import { type DemonstrationCompany, makeCompany } from "./company.ts";
import { gradeScale } from "./house.ts";
import { fewestReports, mostReports, smallestCompany } from "./tree.ts";

const today = Temporal.PlainDate.from("2026-11-23");
const companies = [
	[smallestCompany, 1],
	[600, 1],
	[600, 2],
	[1_313, 7],
	[5_000, 3],
].map(([people = 0, seed = 0]) => makeCompany({ people, seed, today }));
const [, usual] = companies;
assert.ok(usual);

test("the same size, seed and day give the same company", () => {
	assert.deepEqual(makeCompany({ people: 600, seed: 1, today }), usual);
	const other = makeCompany({ people: 600, seed: 2, today });
	const names = ({ people }: DemonstrationCompany) =>
		people.map(({ fullName }) => fullName);
	assert.notDeepEqual(names(other), names(usual));
});

test("there are as many people as wanted, and too few are refused", () => {
	assert.deepEqual(
		companies.map(({ people }) => people.length),
		[smallestCompany, 600, 600, 1_313, 5_000],
	);
	assert.throws(() => makeCompany({ people: 20, seed: 1, today }), RangeError);
});

test("numbers and addresses are given once, at a domain nobody can own", () => {
	for (const { people } of companies) {
		const numbers = new Set(people.map((one) => one.employeeNumber));
		const addresses = new Set(people.map((one) => one.email));
		assert.equal(numbers.size, people.length);
		assert.equal(addresses.size, people.length);
		for (const { email } of people) {
			assert.match(
				email,
				/^[a-z]+[a-z-]*\.[a-z-]+\d*@osterkamp-vaal\.example$/,
			);
		}
	}
});

test("in the usual company no two people have the same name", () => {
	const names = usual.people.map(({ fullName }) => fullName);
	assert.equal(new Set(names).size, names.length);
	for (const name of names) {
		assert.match(name, /^\p{L}[\p{L}\p{M} '-]+$/u);
		assert.equal(name, name.normalize("NFC"));
	}
});

test("everyone reports to someone named before, and leaders lead four to nine", () => {
	for (const { people } of companies) {
		const seen = new Set<string>();
		const reports = new Map<string, number>();
		for (const { employeeNumber, manager } of people) {
			if (manager === undefined) assert.equal(seen.size, 0);
			else {
				assert.ok(seen.has(manager));
				reports.set(manager, (reports.get(manager) ?? 0) + 1);
			}
			seen.add(employeeNumber);
		}
		for (const count of reports.values()) {
			assert.ok(count >= fewestReports && count <= mostReports);
		}
	}
});

test("nobody is led by someone of a lower grade, or by someone who has left", () => {
	for (const { people } of companies) {
		const byNumber = new Map(people.map((one) => [one.employeeNumber, one]));
		for (const { grade, manager } of people) {
			const above = byNumber.get(manager ?? "");
			if (above === undefined) continue;
			assert.ok(gradeScale.indexOf(above.grade) >= gradeScale.indexOf(grade));
			assert.equal(above.leftOn, undefined);
		}
	}
});

test("careers are possible: grown up when hired, here before leaving", () => {
	for (const { people } of companies) {
		for (const { birthYear, hireDate, leftOn } of people) {
			assert.ok(Number(hireDate.slice(0, 4)) - birthYear >= 18);
			assert.ok(today.year - birthYear <= 66);
			assert.ok(hireDate < today.toString());
			if (leftOn === undefined) continue;
			assert.ok(leftOn > hireDate && leftOn < today.toString());
		}
	}
});

test("competencies are those of the starter catalogue, and nobody seeks what they offer", () => {
	const keys = starterCatalogue("en").competencies.map(({ key }) => key);
	for (const { people } of companies) {
		for (const { offers, seeks } of people) {
			for (const { competency } of [...offers, ...seeks]) {
				assert.ok(keys.includes(competency));
			}
			const offered = new Set(offers.map(({ competency }) => competency));
			assert.ok(!seeks.some(({ competency }) => offered.has(competency)));
		}
	}
});

test("the cast is the same in every company, and holds its offices", () => {
	for (const { cast: shown, people, offices } of companies) {
		assert.deepEqual(
			shown.map(({ role }) => role),
			[...castRoles],
		);
		for (const member of cast) {
			const number = shown.find(({ role }) => role === member.role)?.person;
			const person = people.find((one) => one.employeeNumber === number);
			assert.equal(person?.fullName, member.fullName);
			assert.equal(person?.jobTitle, member.title);
			assert.doesNotMatch(person?.email ?? "", /\d/);
			assert.equal(person?.leftOn, undefined);
		}
		const held = new Set(offices.map(({ office }) => office));
		assert.equal(held.size, 7);
	}
});

test("what the cast says about itself depends on neither size nor seed", () => {
	const said = companies.map(({ people }) =>
		people
			.filter(({ fullName }) =>
				cast.some((member) => member.fullName === fullName),
			)
			.map((one) => ({ ...one, employeeNumber: "", manager: "" }))
			.sort((one, other) => (one.email < other.email ? -1 : 1)),
	);
	for (const one of said) assert.deepEqual(one, said[0]);
});

test("Jola reports to Marek, and no mentor of the cast leads a mentee of it", () => {
	for (const { people, cast: shown } of companies) {
		const find = (wanted: string) => {
			const number = shown.find(({ role }) => role === wanted)?.person;
			return people.find((one) => one.employeeNumber === number);
		};
		assert.equal(
			find("second-mentee")?.manager,
			find("line-manager")?.employeeNumber,
		);
		const mentors = [find("mentor"), find("second-mentor")];
		const mentees = [find("mentee"), find("second-mentee")];
		for (const mentor of mentors) {
			for (const mentee of mentees) {
				assert.notEqual(mentee?.manager, mentor?.employeeNumber);
			}
		}
	}
});
