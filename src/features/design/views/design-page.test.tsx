import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame } from "../../../ui/frame.ts";
import { renderPage } from "../../../ui/page.tsx";
import { DesignPage } from "./design-page.tsx";

const frame: Frame = {
	locale: "en",
	direction: "ltr",
	path: "/design?sort=-met",
	person: { id: "ruth", name: "Ruth Adeyemi" },
	navigation: [
		{ label: "Today", href: "/", icon: "today", current: true, count: 2 },
	],
	notice: {
		kind: "done",
		text: "Wei was invited.",
		undo: { action: "/undo", label: "Undo" },
	},
	newFormKey: () => "key",
	asset: (name) => `/assets/${name}`,
	isDemonstration: true,
	organisation: "Halvorsen & Okafor",
	now: 0,
};

const page = renderPage(<DesignPage frame={frame} />);

test("no part needs what the content security policy forbids", () => {
	assert.doesNotMatch(page, /<style| style=| on[a-z]+="|javascript:/);
	assert.doesNotMatch(page, /<script(?![^>]* src=)/);
	assert.doesNotMatch(page, /(?:src|href)="(?:https?:)?\/\//);
});

test("every id is there once, and every label, description and link finds its own", () => {
	const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
	assert.equal(new Set(ids).size, ids.length);
	const named = [
		...page.matchAll(
			/ (?:for|list|aria-describedby|aria-labelledby|aria-controls)="([^"]+)"/g,
		),
		...page.matchAll(/ href="#([^"]+)"/g),
	].flatMap(([, names = ""]) => names.split(" "));
	assert.deepEqual(
		named.filter((name) => !ids.includes(name)),
		[],
	);
});

test("every form that changes something carries a one-time key", () => {
	const forms = page.split("<form").slice(1);
	for (const form of forms)
		assert.equal(
			form.includes('name="form-key"'),
			form.includes('method="post"'),
		);
});

test("no form stands inside another", () => {
	for (const form of page.split("<form").slice(1, -1))
		assert.ok(form.includes("</form>"));
});

test("the sorted column says so, in figures and to those who hear the page", () => {
	assert.match(page, /aria-sort="descending"[^>]*><a[^>]*>Sessions/);
});
