import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(join(root, "src"), {
	recursive: true,
	encoding: "utf8",
})
	.filter((name) => /\.tsx?$/.test(name))
	.map((name) => join("src", name));
const sources = new Map(
	files.map((file) => [file, readFileSync(join(root, file), "utf8")]),
);

/** From top to bottom; a file imports only from its own layer or below. */
const layers = ["commands", "app", "features", "platform", "ui", "domain"];
const wiring = [
	"main.ts",
	"app.ts",
	"rail.ts",
	"waiting-things.ts",
	"installation.ts",
	"dry-run-thread.ts",
	"access-page.ts",
];
const purePackages = ["temporal-polyfill", "@noble/hashes"];

test("imports go down the layers, never up", () => {
	const breaches = imports().filter(
		({ from, to }) =>
			to.startsWith("src/") && !isConfigRead(from, to) && rank(to) < rank(from),
	);
	assert.deepEqual(breaches, []);
});

test("the interface does not know the platform", () => {
	const breaches = imports().filter(
		({ from, to }) =>
			from.startsWith("src/ui/") && to.startsWith("src/platform/"),
	);
	assert.deepEqual(breaches, []);
});

test("the domain is pure: only domain, a short list of packages, no clock, no randomness", () => {
	const domain = files.filter(
		(file) => file.startsWith("src/domain/") && !file.endsWith(".test.ts"),
	);
	const breaches = [
		...imports().filter(
			({ from, to }) =>
				domain.includes(from) &&
				!to.startsWith("src/domain/") &&
				!purePackages.some((name) => to === name || to.startsWith(`${name}/`)),
		),
		...domain.flatMap(impurities),
	];
	assert.deepEqual(breaches, []);
});

test("features use only queries, commands and pure parts of features before them in app.ts", () => {
	const order = featureOrder();
	const breaches = imports().filter(({ from, to }) => {
		const [own, other] = [featureOf(from), featureOf(to)];
		if (own === undefined || other === undefined || own === other) return false;
		if (from.includes(".test.")) return false;
		const isRoute = /\/routes\.tsx?$/.test(to);
		return isRoute || order.indexOf(other) > order.indexOf(own);
	});
	assert.deepEqual(breaches, []);
});

test("only config.ts reads the environment", () => {
	const readers = files.filter(
		(file) =>
			file !== "src/config.ts" &&
			/process\.env\b/.test(sources.get(file) ?? ""),
	);
	assert.deepEqual(readers, []);
});

test("no file is over 300 lines", () => {
	const long = files.filter(
		(file) =>
			!file.endsWith("database/schema.ts") &&
			(sources.get(file) ?? "").split("\n").length > 301,
	);
	assert.deepEqual(long, []);
});

test("pages carry no inline style and no inline script", () => {
	const breaches = files.filter(
		(file) =>
			file.endsWith(".tsx") &&
			/\bstyle=\{|\bstyle="|dangerouslySetInnerHTML|\bon[a-z]+="/.test(
				sources.get(file) ?? "",
			),
	);
	assert.deepEqual(breaches, []);
});

/** Where a file asks the surroundings for the time, for chance, or for anything outside. */
function impurities(file: string): string[] {
	const found: string[] = [];
	const { program } = parseSync(file, sources.get(file) ?? "");
	new Visitor({
		MemberExpression({ object, property }) {
			if (object.type !== "Identifier" || property.type !== "Identifier")
				return;
			const name = `${object.name}.${property.name}`;
			if (
				[
					"Date.now",
					"Math.random",
					"Temporal.Now",
					"crypto.randomUUID",
					"crypto.getRandomValues",
				].includes(name) ||
				["process", "console", "performance"].includes(object.name)
			)
				found.push(`${file}: ${name}`);
		},
		NewExpression({ callee, arguments: values }) {
			if (
				callee.type === "Identifier" &&
				callee.name === "Date" &&
				values.length === 0
			)
				found.push(`${file}: new Date()`);
		},
	}).visit(program);
	return found;
}

type Import = { readonly from: string; readonly to: string };

function imports(): Import[] {
	return files.flatMap((from) => {
		const { module } = parseSync(from, sources.get(from) ?? "");
		const names = [
			...module.staticImports.map((each) => each.moduleRequest.value),
			...module.staticExports.flatMap((each) =>
				each.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
			),
		];
		return names.map((name) => ({
			from,
			to: name.startsWith(".")
				? relative(root, resolve(root, dirname(from), name))
				: name,
		}));
	});
}

function rank(file: string): number {
	const [, top = ""] = file.split("/");
	if (top === "commands" || top === "main.ts") return 0;
	return wiring.includes(top) ? 1 : layers.indexOf(top);
}

function isConfigRead(from: string, to: string): boolean {
	return to === "src/config.ts" && rank(from) <= 1;
}

function featureOf(file: string): string | undefined {
	return /^src\/features\/([^/]+)\//.exec(file)?.[1];
}

// The order in which app.ts mounts the routes is the order of dependence.
function featureOrder(): string[] {
	const app = sources.get("src/app.ts") ?? "";
	const table = app.slice(app.indexOf("export function allRoutes"));
	const calls = [...table.matchAll(/^\t\t\.\.\.(\w+)/gm)].map(
		([, name]) => name,
	);
	const origins = new Map(
		[
			...app.matchAll(/import \{([^}]+)\} from "\.\/features\/([^/]+)\//g),
		].flatMap(([, names = "", feature = ""]) =>
			names.split(",").map((name) => [name.trim(), feature] as const),
		),
	);
	return [...new Set(calls.flatMap((name) => origins.get(name ?? "") ?? []))];
}
