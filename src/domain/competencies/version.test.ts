import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalogue, Competency } from "./catalogue.ts";
import { starterCatalogue } from "./starter.ts";
import { changesBetween, nextVersion, unsettlesLevels } from "./version.ts";

const starter = starterCatalogue("en");

test("the same text in another order or spacing makes no new version", () => {
	const draft: Catalogue = {
		clusters: starter.clusters.toReversed(),
		competencies: starter.competencies
			.toReversed()
			.map((one) => ({ ...one, definition: ` ${one.definition}\n` })),
	};
	assert.deepEqual(nextVersion({ version: 3, catalogue: starter }, draft), {
		ok: false,
		why: "nothing-changed",
	});
});

test("a changed anchor makes the next version and unsettles given levels", () => {
	const draft = edit("negotiating", ({ anchors: [, ...rest] }) => ({
		anchors: ["Prepares aims and limits in writing.", ...rest],
	}));
	const result = nextVersion({ version: 3, catalogue: starter }, draft);
	assert.ok(result.ok);
	assert.equal(result.next.version, 4);
	assert.deepEqual(result.changes, [
		{ what: "anchor-changed", key: "negotiating", level: 1 },
	]);
	assert.ok(result.changes.every(unsettlesLevels));
});

test("a new name or cluster leaves given levels as they are", () => {
	const draft = edit("negotiating", () => ({
		name: "Reaching agreement",
		cluster: "direction",
	}));
	const changes = changesBetween(starter, draft);
	assert.deepEqual(changes, [
		{ what: "moved", key: "negotiating" },
		{ what: "renamed", key: "negotiating" },
	]);
	assert.ok(!changes.some(unsettlesLevels));
});

test("what came and what went is told apart", () => {
	const fewer: Catalogue = {
		clusters: starter.clusters.slice(1),
		competencies: starter.competencies.slice(4),
	};
	assert.deepEqual(
		changesBetween(starter, fewer).map(({ what }) => what),
		["cluster-removed", "removed", "removed", "removed", "removed"],
	);
	assert.deepEqual(
		changesBetween(fewer, starter).map(({ what }) => what),
		["cluster-added", "added", "added", "added", "added"],
	);
});

function edit(
	key: string,
	change: (one: Competency) => Partial<Competency>,
): Catalogue {
	return {
		...starter,
		competencies: starter.competencies.map((one) =>
			one.key === key ? { ...one, ...change(one) } : one,
		),
	};
}
