// The colours are computed, not judged by eye: WCAG 2.2, 1.4.3 (text 4.5:1) and 1.4.11 (what carries meaning 3:1).
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("./", import.meta.url);
const sheets = readdirSync(folder)
	.filter((name) => name.endsWith(".css"))
	.map((name) => ({
		name,
		css: readFileSync(new URL(name, folder), "utf8"),
	}));
const tokens = sheets.find(({ name }) => name === "tokens.css")?.css ?? "";
const pairs = new Map(
	[
		...tokens.matchAll(
			/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
		),
	].map(([, name = "", light = "", dark = ""]) => [name, [light, dark]]),
);

const grounds = [
	"paper",
	"surface",
	"wash",
	"green-wash",
	"amber-wash",
	"red-wash",
];
const texts = ["ink", "ink-soft", "green", "green-strong", "amber", "red"];
const marks = [
	"line",
	"amber-mark",
	"group-1",
	"group-2",
	"group-3",
	"group-4",
	"group-5",
];

for (const [theme, place] of [
	["light", 0],
	["dark", 1],
] as const) {
	const colour = (name: string) => {
		const found = pairs.get(name)?.[place];
		assert.ok(found, `tokens.css lacks --${name}`);
		return found;
	};

	test(`${theme}: every text passes 4.5:1 on every ground`, () => {
		for (const text of texts)
			for (const ground of grounds)
				assertContrast(
					colour(text),
					colour(ground),
					4.5,
					`${text} on ${ground}`,
				);
	});

	test(`${theme}: text on what can be pressed passes 4.5:1`, () => {
		assertContrast(colour("on-green"), colour("green"), 4.5, "on-green");
		assertContrast(colour("on-green"), colour("green-strong"), 4.5, "pressed");
		assertContrast(colour("on-red"), colour("red"), 4.5, "on-red");
	});

	test(`${theme}: lines and marks that carry meaning pass 3:1 on paper and fields`, () => {
		for (const mark of marks)
			for (const ground of ["paper", "surface"])
				assertContrast(colour(mark), colour(ground), 3, `${mark} on ${ground}`);
	});
}

test("no style sheet reaches outside: every url is a file that Baton serves", () => {
	for (const { name, css } of sheets) {
		assert.doesNotMatch(css, /@import|https?:|\/\//, name);
		for (const [, address = ""] of css.matchAll(/url\("?([^")]*)"?\)/g))
			assert.match(address, /^[\w-]+\.woff2$/, name);
	}
});

test("every colour is a token: components name no colours of their own", () => {
	for (const { name, css } of sheets)
		if (name !== "tokens.css")
			assert.doesNotMatch(css, /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(/i, name);
});

test("every token that is used exists", () => {
	const defined = new Set(
		[...tokens.matchAll(/(--[\w-]+):/g)].map(([, name]) => name),
	);
	for (const { name, css } of sheets)
		for (const [, used] of css.matchAll(/var\((--[\w-]+)\)/g))
			assert.ok(defined.has(used), `${name} uses ${used}`);
});

function assertContrast(
	one: string,
	other: string,
	least: number,
	what: string,
) {
	const [lighter, darker] = [luminance(one), luminance(other)].toSorted(
		(first, second) => second - first,
	);
	const ratio = ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
	assert.ok(ratio >= least, `${what}: ${ratio.toFixed(2)}, needs ${least}`);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
		.map((part) =>
			part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
		);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("no style sheet is over 300 lines", () => {
	const long = sheets.filter(({ css }) => css.split("\n").length > 301);
	assert.deepEqual(
		long.map(({ name }) => name),
		[],
	);
});
