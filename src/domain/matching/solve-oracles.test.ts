// The engine against others: published optima, and an independent solver (HiGHS) on the same problems.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { env } from "node:process";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { outcomeOf } from "./outcome.ts";
import type { PeopleTable } from "./people-table.ts";
import type { Objective, ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { readPolicy } from "./read-policy.ts";
import { scorePairs } from "./scoring.ts";
import { solve } from "./solve.ts";

// Its types describe a CommonJS module, which is what require gives.
const loadHighs: () => Promise<{
	solve(model: string): { Status: string; ObjectiveValue: number };
}> = createRequire(import.meta.url)("highs");

const data = sharedData();
const skip =
	data === undefined
		? "no folder shared/data above this one, nor named by BATON_SHARED_DATA"
		: false;

const published = {
	assign100: 305,
	assign200: 475,
	assign300: 626,
	assign400: 804,
	assign500: 991,
	assign600: 1176,
	assign700: 1362,
	assign800: 1552,
};

for (const [name, cost] of Object.entries(published))
	test(`OR-Library ${name}: the published optimum, proved`, { skip }, () => {
		const input = readOrLibrary(name);
		const problem = assembleProblem(input);
		const { total, upperBound, pairs } = outcomeOf(problem, solve(problem));
		assert.equal(pairs.length, input.mentees.length);
		assert.equal(-total / 1e6, cost);
		assert.equal(upperBound, total);
	});

for (const objective of ["total", "people"] as const)
	for (const units of [1, 2, 3])
		test(`Civil Service small, ${units} for each, ${objective}: as good as HiGHS finds it`, {
			skip,
		}, async () => {
			const input = civilService("small", objective, units);
			const problem = assembleProblem(input);
			const { pairs, total } = outcomeOf(problem, solve(problem));
			const { people, mentors } = reachedBy(pairs);
			const found =
				objective === "total"
					? [total / 1e6, pairs.length]
					: units === 1
						? [people, pairs.length, total / 1e6]
						: [people, mentors, pairs.length, total / 1e6];
			assert.deepEqual(found, await byHighs(input));
		});

test("Civil Service: totals known from elsewhere", { skip }, () => {
	const total = (size: string, units: number) => {
		const problem = assembleProblem(civilService(size, "total", units));
		return outcomeOf(problem, solve(problem)).total / 1e6;
	};
	assert.equal(total("small", 3), 2036);
	assert.equal(total("large", 3), 34_051);
});

test("Civil Service large, three for each: nobody is left out on either side, and more is reached than the published tool does", {
	skip,
}, () => {
	const input = civilService("large", "people", 3);
	const problem = assembleProblem(input);
	const { pairs, total, upperBound } = outcomeOf(problem, solve(problem));
	assert.deepEqual(reachedBy(pairs), {
		people: input.mentees.length,
		mentors: input.mentors.length,
	});
	assert.equal(upperBound, total);
	// What its three rounds of one to one come to.
	assert.ok(total / 1e6 > 34_001);
	assert.deepEqual([pairs.length, total / 1e6], [1452, 34_033]);
});

function reachedBy(pairs: readonly ScoredPair[]) {
	return {
		people: new Set(pairs.map(({ mentee }) => mentee)).size,
		mentors: new Set(pairs.map(({ mentor }) => mentor)).size,
	};
}

/** Published instances are no part of the repository: they lie in a folder above it, however deep a checkout lies, or where the environment says. */
function sharedData(): URL | undefined {
	const { BATON_SHARED_DATA: named } = env;
	if (named !== undefined) return pathToFileURL(`${named}/`);
	for (let at = new URL("./", import.meta.url); ; at = new URL("../", at)) {
		const found = new URL("shared/data/", at);
		if (existsSync(found)) return found;
		if (at.pathname === new URL("../", at).pathname) return undefined;
	}
}

function fromShared(path: string): string {
	assert.ok(data);
	return readFileSync(new URL(path, data), "utf8");
}

function readOrLibrary(name: string): ProblemInput {
	const [size = 0, ...costs] = fromShared(`or-library/${name}.txt`)
		.trim()
		.split(/\s+/u)
		.map(Number);
	const people = (side: string) =>
		Array.from({ length: size }, (_, k) => ({ id: `${side}${k}`, units: 1 }));
	return {
		objective: "people",
		seed: "",
		mentees: people("row"),
		mentors: people("column"),
		pairs: costs.slice(0, size * size).map((cost, k) => ({
			mentee: `row${Math.floor(k / size)}`,
			mentor: `column${k % size}`,
			points: -cost * 1e6,
		})),
	};
}

function civilService(
	size: string,
	objective: Objective,
	units: number,
): ProblemInput {
	const file = new URL(
		"../../../examples/civil-service/policy.json",
		import.meta.url,
	);
	const reading = readPolicy(
		JSON.parse(readFileSync(fileURLToPath(file), "utf8")),
	);
	assert.ok(reading.ok);
	const scored = scorePairs(
		reading.policy,
		readTable(`civil-service/${size}/mentors.csv`),
		readTable(`civil-service/${size}/mentees.csv`),
	);
	assert.ok(scored.ok);
	const withUnits = ({ id }: { readonly id: string }) => ({ id, units });
	return {
		objective,
		seed: "",
		mentees: scored.scoring.mentees.map(withUnits),
		mentors: scored.scoring.mentors.map(withUnits),
		pairs: scored.scoring.pairs,
	};
}

/** These files quote cells with commas in them and have no quotation marks or line breaks inside cells. */
function readTable(path: string): PeopleTable {
	const [header = "", ...lines] = fromShared(path)
		.replace(/^\uFEFF/u, "")
		.trim()
		.split(/\r?\n/u);
	const columns = header.split(",");
	return {
		columns,
		rows: lines.map((line) => {
			const cells = Array.from(
				line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/gu),
				([, quoted, plain]) => quoted ?? plain ?? "",
			);
			return Object.fromEntries(
				columns.map((column, k) => [column, cells[k] ?? ""]),
			);
		}),
	};
}

/** The objective's values one after the other: each solved with those before it held at their optimum. */
async function byHighs(input: ProblemInput): Promise<readonly number[]> {
	const highs = await loadHighs();
	const pairs = input.pairs.filter(
		({ points }) => input.objective === "people" || points >= 0,
	);
	const x = pairs.map((_, k) => `x${k}`);
	const groupSum = (side: "mentee" | "mentor", id: string) =>
		x.filter((_, k) => pairs[k]?.[side] === id).join(" + ");
	const rows: string[] = [];
	for (const side of ["mentee", "mentor"] as const)
		for (const { id, units } of side === "mentee"
			? input.mentees
			: input.mentors) {
			const sum = groupSum(side, id);
			if (sum !== "") rows.push(`${sum} <= ${units}`);
		}
	const reached = (side: "mentee" | "mentor", name: string) =>
		input[`${side}s`].flatMap(({ id }, k) => {
			const sum = groupSum(side, id);
			if (sum === "") return [];
			rows.push(`${sum} - ${name}${k} >= 0`);
			return [`${name}${k}`];
		});
	const people = reached("mentee", "y");
	const mentors = reached("mentor", "z");
	const goals = {
		people: people.join(" + "),
		mentors: mentors.join(" + "),
		pairs: x.join(" + "),
		points: pairs.map(({ points }, k) => `${points / 1e6} x${k}`).join(" + "),
	};
	const areSeveral = input.mentees.some(({ units }) => units > 1);
	const order =
		input.objective === "total"
			? (["points", "pairs"] as const)
			: areSeveral
				? (["people", "mentors", "pairs", "points"] as const)
				: (["people", "pairs", "points"] as const);
	const binary = [...x, ...people, ...mentors];
	return order.map((goal) => {
		const model = [
			"Maximize",
			` goal: ${goals[goal]}`,
			"Subject To",
			...rows.map((row, k) => ` r${k}: ${row}`),
			"Bounds",
			...binary.map((name) => ` 0 <= ${name} <= 1`),
			"General",
			` ${binary.join(" ")}`,
			"End",
		];
		const solution = highs.solve(model.join("\n"));
		assert.equal(solution.Status, "Optimal");
		const value = Math.round(solution.ObjectiveValue * 1e6) / 1e6;
		rows.push(`${goals[goal]} >= ${value}`);
		return value;
	});
}
