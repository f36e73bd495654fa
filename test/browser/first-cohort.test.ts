import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../browser.ts";
import { emptyWorld } from "../world.ts";

const peopleFile = fileURLToPath(
	new URL("../../examples/people/people.csv", import.meta.url),
);

test("from an empty installation to two yeses: set up, import, pair, publish, agree", async () => {
	await using world = await emptyWorld();
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const ruth = await openPage(browser, origin, 1280);
		await setUp(ruth);
		await installCatalogue(ruth);
		const program = await beginProgram(ruth);
		await importPeople(ruth, program);
		const [mentor, mentee] = await publishRound(ruth, program);

		const mentorLink = await inviteToSignIn(ruth, mentor);
		const menteeLink = await inviteToSignIn(ruth, mentee);
		const first = await openPage(browser, origin, 390);
		await comeIn(first, mentorLink);
		await sayYes(first, mentee);
		const second = await openPage(browser, origin, 390);
		await comeIn(second, menteeLink);
		await sayYes(second, mentor);

		await second.goto("/relationships");
		await second.getByText(mentor).first().waitFor();
		await first.goto("/relationships");
		await first.getByText(mentee).first().waitFor();
	} finally {
		await browser.close();
	}
	const { rows } = await world.arrange(async (tx) => ({
		rows: await tx.selectFrom("relationship").select("member_ids").execute(),
	}));
	assert.equal(rows.length, 1);
	assert.equal(rows[0]?.member_ids.length, 2);
});

async function openPage(
	browser: Browser,
	baseURL: string,
	width: number,
): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width, height: 844 },
		baseURL,
	});
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	return page;
}

async function setUp(page: Page): Promise<void> {
	await page.goto("/");
	await page.getByRole("link", { name: "Set up your organisation" }).click();
	await page.getByLabel("Name of the organisation").fill("Meridian");
	await page.getByLabel("First name").fill("Ruth");
	await page.getByLabel("Last name").fill("Feld");
	await page.getByLabel("E-mail address").fill("ruth.feld@meridian.example");
	await page
		.getByLabel("Password", { exact: true })
		.fill("four random words here");
	await page.getByRole("button", { name: "Set up Baton" }).click();
	await heading(page, "What waits for you today");
}

async function installCatalogue(page: Page): Promise<void> {
	await page.getByRole("link", { name: "Look at competencies" }).click();
	await page
		.getByRole("button", { name: "Install the starter catalogue" })
		.first()
		.click();
	await page.getByRole("link", { name: "Add a competency" }).waitFor();
}

/** Returns the program's path. */
async function beginProgram(page: Page): Promise<string> {
	await page.goto("/");
	await page.getByRole("link", { name: "Begin a program" }).click();
	await page
		.getByRole("link", { name: /Executive cross-generation/ })
		.first()
		.click();
	await page.getByRole("button", { name: "Begin the program" }).click();
	await heading(page, "Executive cross-generation");
	return new URL(page.url()).pathname;
}

async function importPeople(page: Page, program: string): Promise<void> {
	await page.goto(`/people/import?program=${program.split("/").at(-1)}`);
	await page.locator("input[type=file]").setInputFiles(peopleFile);
	await page.getByLabel("As a column of the file says").check();
	await page.getByRole("button", { name: "Read this file" }).click();
	await page.getByRole("button", { name: "Show what would change" }).click();
	await page.getByRole("button", { name: "Import all 12 rows" }).click();
	await heading(page, "The people are imported");
}

/** Pairs the cohort, publishes, and returns the names of the pair on top of the board. */
async function publishRound(
	page: Page,
	program: string,
): Promise<readonly [mentor: string, mentee: string]> {
	await page.goto(`${program}/rounds`);
	await page.getByRole("button", { name: "Begin a round" }).first().click();
	await page.getByRole("button", { name: "Find the best pairs" }).click();
	await heading(page, "Who meets whom");
	await page
		.getByText("no better plan exists under these rules")
		.first()
		.waitFor();
	await page.getByRole("link", { name: "Jola Wiśniewska" }).first().waitFor();
	await page.getByRole("link", { name: "Ask both sides" }).click();
	await page.getByLabel("Why this plan").fill("The committee agreed to it.");
	await page.getByRole("button", { name: "Publish the round" }).click();
	await page.getByRole("status").first().waitFor();
	return ["Ingrid Halvorsen", "Jola Wiśniewska"];
}

/** The link is shown once, to whoever invites: there is no mail server here. */
async function inviteToSignIn(page: Page, name: string): Promise<string> {
	await page.goto("/people");
	await page.getByRole("link", { name }).click();
	await page.getByRole("button", { name: /Invite to sign in/ }).click();
	const shown = await page.locator("main").innerHTML();
	const link = /\/link\/[\w-]+/.exec(shown)?.[0];
	assert.ok(link, "the invitation link is not shown");
	return link;
}

async function comeIn(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page
		.getByLabel("Password", { exact: true })
		.fill("another four random words");
	await page.getByRole("button", { name: "Sign in" }).click();
	await heading(page, "What waits for you today");
}

async function sayYes(page: Page, partner: string): Promise<void> {
	const waiting = page.locator("ol.waiting li").filter({ hasText: partner });
	await waiting.getByRole("link").click();
	await page.getByText(partner).first().waitFor();
	await page.getByRole("button", { name: "Say yes" }).click();
	await page.getByRole("status").first().waitFor();
}

async function heading(page: Page, name: string): Promise<void> {
	await page.getByRole("heading", { level: 1, name }).waitFor();
}
