import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
	arrangeRows,
	carriedParameters,
	clearedHref,
	isFiltered,
	pageHref,
	readTableState,
	sortHref,
	type TableShape,
} from "./table-state.ts";

const shape: TableShape<"name" | "joined"> = {
	sortable: ["name", "joined"],
	sort: { key: "name", direction: "ascending" },
	filters: ["function"],
	pageSize: 10,
};

test("an address that says nothing gives the default view", () => {
	const state = readTableState("/people", shape);
	assert.deepEqual(state.sort, { key: "name", direction: "ascending" });
	assert.equal(state.page, 1);
	assert.equal(state.offset, 0);
	assert.equal(isFiltered(state), false);
});

test("order, page, search and filters are read from the address", () => {
	const state = readTableState(
		"/people?sort=-joined&page=3&search=+okafor+&function=Finance",
		shape,
	);
	assert.deepEqual(state.sort, { key: "joined", direction: "descending" });
	assert.equal(state.offset, 20);
	assert.equal(state.search, "okafor");
	assert.deepEqual(state.filters, { function: "Finance" });
	assert.equal(isFiltered(state), true);
});

test("what makes no sense in the address is replaced by the default", () => {
	for (const query of [
		"page=0",
		"page=-3",
		"page=1e99",
		"page=two",
		"page=1.5",
	])
		assert.equal(readTableState(`/people?${query}`, shape).page, 1);
	const state = readTableState("/people?sort=password&secret=1", shape);
	assert.equal(state.sort.key, "name");
	assert.deepEqual(state.filters, {});
});

test("sorting by the same column again turns it round and goes back to the first page", () => {
	const once = readTableState("/people?page=4&search=wei", shape);
	assert.equal(sortHref(once, "name"), "/people?search=wei&sort=-name");
	assert.equal(sortHref(once, "joined"), "/people?search=wei&sort=joined");
	const turned = readTableState("/people?sort=-name", shape);
	assert.equal(sortHref(turned, "name"), "/people?sort=name");
});

test("paging keeps everything else in the address", () => {
	const state = readTableState("/people?tab=left&sort=-joined", shape);
	assert.equal(pageHref(state, 2), "/people?tab=left&sort=-joined&page=2");
	assert.equal(pageHref(state, 1), "/people?tab=left&sort=-joined");
});

test("showing everything takes away search and filters, not the order", () => {
	const state = readTableState(
		"/people?sort=-joined&search=wei&function=Legal&page=2",
		shape,
	);
	assert.equal(clearedHref(state), "/people?sort=-joined");
});

test("two tables on a page do not disturb each other", () => {
	const path = "/round?mentors-page=2&mentees-sort=-name";
	const mentors = readTableState(path, { ...shape, prefix: "mentors-" });
	const mentees = readTableState(path, { ...shape, prefix: "mentees-" });
	assert.equal(mentors.page, 2);
	assert.equal(mentees.page, 1);
	assert.equal(
		sortHref(mentors, "name"),
		"/round?mentees-sort=-name&mentors-sort=-name",
	);
});

test("a filter form carries along what is not its own", () => {
	const state = readTableState("/people?tab=left&search=wei&page=2", shape);
	assert.deepEqual(carriedParameters(state, ["search", "function"]), [
		["tab", "left"],
	]);
});

test("what is missing is sorted last in both directions", () => {
	const rows = [{ n: 2 }, { n: null }, { n: 10 }, { n: 1 }];
	const by = (sort: string) =>
		arrangeRows(rows, readTableState(`/x?sort=${sort}`, shape), (row) => row.n);
	assert.deepEqual(
		by("name").map((row) => row.n),
		[1, 2, 10, null],
	);
	assert.deepEqual(
		by("-name").map((row) => row.n),
		[10, 2, 1, null],
	);
});

test("whatever stands in an address, reading it does not throw and the offset fits the page", () => {
	fc.assert(
		fc.property(fc.webQueryParameters(), (query) => {
			const state = readTableState(`/people?${query}`, shape);
			assert.equal(state.offset, (state.page - 1) * state.pageSize);
		}),
	);
});
