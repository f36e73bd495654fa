import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { castMembers } from "../../src/features/demonstration/queries.ts";
import {
	accessibilityProblems,
	openBrowser,
	sidewaysScroll,
} from "../browser.ts";
import { demonstrationWorld } from "../world.ts";

// One browser and one demonstration for all: they only look.
const browser = await openBrowser();
const world = await demonstrationWorld();
const origin = await world.listen();
const cast = await world.arrange((tx) => castMembers(tx));
after(async () => {
	await browser.close();
	await world[Symbol.asyncDispose]();
});

/** Whoever sees pages that others do not. */
const visitors = [
	"Ruth Wanjiru",
	"Ingrid Halvorsen",
	"Wei Chen",
	"Piet van der Laan",
];

for (const [name, appearance] of visitors.map(
	(visitor, index) => [visitor, index % 2 === 0 ? "light" : "dark"] as const,
))
	test(`every page that ${name} can reach is accessible and fits a phone (${appearance})`, async () => {
		const who = cast.find((member) => member.name === name);
		assert.ok(who);
		const context = await browser.newContext({
			viewport: { width: 390, height: 844 },
			colorScheme: appearance,
			baseURL: origin,
		});
		await signInAs(context, origin, await world.tokenFor(who.id));
		const problems = await crawl(await context.newPage(), origin);
		await context.close();
		assert.deepEqual(problems, []);
	});

async function signInAs(
	context: BrowserContext,
	origin: string,
	token: string,
) {
	await context.addCookies([
		{ name: "baton-demonstration-sign-in", value: token, url: origin },
	]);
}

/** Follows every link, one page of each kind: ids, and what stands behind a question mark, make no new kind. */
async function crawl(page: Page, origin: string): Promise<string[]> {
	const problems: string[] = [];
	const seen = new Set<string>();
	const queue = ["/"];
	page.on("pageerror", (error) => problems.push(`${page.url()}: ${error}`));
	for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
		const kind = kindOf(path);
		if (seen.has(kind)) continue;
		seen.add(kind);
		const response = await page.goto(path);
		if (response === null || response.status() !== 200) {
			problems.push(`${path}: status ${response?.status()}`);
			continue;
		}
		const excess = await sidewaysScroll(page);
		if (excess > 0) problems.push(`${path}: ${excess} px too wide for a phone`);
		if (isToExamine(kind))
			for (const problem of await accessibilityProblems(page))
				problems.push(`${path}: ${problem}`);
		queue.push(...(await linksOn(page, origin)));
	}
	assert.ok(seen.size > 3, "the visitor reaches hardly any page");
	return problems;
}

/** A kind of page is examined for the first two who reach it, once in each appearance; for others it is opened and measured. */
function isToExamine(kind: string): boolean {
	const times = examined.get(kind) ?? 0;
	examined.set(kind, times + 1);
	return times < 2;
}

const examined = new Map<string, number>();

function kindOf(path: string): string {
	return path
		.replace(/\?.*$/, "")
		.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
		.replace(/\/\d+(?=\/|$)/g, "/:number");
}

function linksOn(page: Page, origin: string): Promise<string[]> {
	return page.evaluate(
		(own) =>
			[...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
				.filter((link) => link.origin === own && !link.hasAttribute("download"))
				.map((link) => link.pathname + link.search),
		origin,
	);
}
