import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { look, openBrowser, signedIn } from "../browser.ts";
import { addPasskeys, handOn, makeKeys, usePasskey } from "../phone.ts";
import { type PairWorld, pairWorld } from "../two-pairs.ts";

test("two people seal what they write to each other, compare words, and nobody else can read it", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const ingrid = await signedIn(
			browser,
			origin,
			await world.tokenFor(pair.mentor),
			390,
		);
		await addPasskeys(ingrid);
		await makeKeys(ingrid, usePasskey);
		const notes = `/relationships/${pair.id}/notes`;
		await ingrid.goto(notes);
		await ingrid.getByRole("button", { name: "Start notes with Wei" }).click();
		await ingrid.getByText("Wei has no keys yet").waitFor();
		await ingrid
			.getByLabel("Note", { exact: true })
			.fill("The board will not say it aloud: the merger is off.");
		await ingrid.getByRole("button", { name: "Seal and keep" }).click();
		await ingrid.getByText("Sealed and kept.").waitFor();
		await look(ingrid);

		const wei = await signedIn(
			browser,
			origin,
			await world.tokenFor(pair.mentee),
			1280,
		);
		await makeKeys(wei);
		await look(wei);
		await wei.goto(notes);
		await wei
			.getByRole("heading", { name: "Ingrid lets you read first" })
			.waitFor();

		await ingrid.reload();
		await ingrid.getByRole("button", { name: "Let Wei read" }).click();
		await ingrid.getByText("Not verified yet.").waitFor();
		await wei.reload();
		await wei.getByText("the merger is off").waitFor();
		await wei.getByText("Compare words with Ingrid").click();
		const words = wei.locator("[data-partner-words]").first();
		await words.locator("li").first().waitFor();
		const shown = await words.innerText();
		await ingrid.goto("/me/keys");
		await ingrid.locator("[data-own-words] li").first().waitFor();
		assert.equal(shown, await ingrid.locator("[data-own-words]").innerText());
		await look(wei);
		await wei
			.getByRole("button", { name: "Ingrid’s words are the same" })
			.click();
		await wei.getByText("You have compared words with Ingrid").waitFor();

		await wei.getByRole("radio", { name: /You alone/ }).check();
		await wei
			.getByLabel("Note", { exact: true })
			.fill("Ask her about Lagos when we are alone.");
		await wei.getByRole("button", { name: "Seal and keep" }).click();
		await wei.getByText("Ask her about Lagos").waitFor();
		await wei.getByLabel("Search in these notes").fill("lágos");
		await assertNotes(wei, 1);
		await wei.getByLabel("Search in these notes").fill("");
		await ingrid.goto(notes);
		await ingrid.getByText("the merger is off").waitFor();
		await assertNotes(ingrid, 1);

		assert.deepEqual(await whereSeen(world, ["merger is off", "Lagos"]), []);
	} finally {
		await browser.close();
	}
});

test("a note is changed and deleted; closed keys open with the code or the passkey", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const wei = await signedIn(
			browser,
			origin,
			await world.tokenFor(pair.mentee),
			390,
		);
		await addPasskeys(wei);
		const code = await makeKeys(wei, usePasskey);
		await wei.goto("/me/notes");
		await wei.getByLabel("Note", { exact: true }).fill("First thought");
		await wei.getByRole("button", { name: "Seal and keep" }).click();
		await wei.getByRole("button", { name: "Change" }).click();
		await wei.getByLabel("Note", { exact: true }).fill("Second thought");
		await wei.getByRole("button", { name: "Seal and keep" }).click();
		await wei.locator("[data-notes]").getByText("Second thought").waitFor();
		await assertNotes(wei, 1);

		await wei.goto("/me/keys");
		await wei.getByRole("button", { name: "Close my keys now" }).click();
		await wei.getByRole("heading", { name: "Open your keys" }).waitFor();
		await wei.goto("/me/notes");
		await wei.getByText("Open with your recovery code").click();
		await wei.getByLabel("Recovery code").fill("ABCD-EFGH");
		await wei.getByRole("button", { name: "Open with the code" }).click();
		await wei
			.getByRole("alert")
			.filter({ hasText: "That does not open your keys." })
			.waitFor();
		await look(wei);
		await wei.getByLabel("Recovery code").fill(code.toLowerCase());
		await wei.getByRole("button", { name: "Open with the code" }).click();
		await wei.locator("[data-notes]").getByText("Second thought").waitFor();

		await wei.goto("/me/keys");
		await wei.getByRole("button", { name: "Close my keys now" }).click();
		await wei.getByRole("heading", { name: "Open your keys" }).waitFor();
		await wei.goto("/me/notes");
		const hand = handOn(wei);
		await hand.tap("Open with your passkey");
		hand.touch();
		await hand.type("Note", "Ask her about Lagos");
		await hand.tap("Seal and keep");
		await wei
			.locator("[data-notes]")
			.getByText("Ask her about Lagos")
			.waitFor();
		assert.ok(
			hand.seconds() < 20,
			`${hand.seconds()} seconds to open with a passkey and write a note`,
		);
		await wei.getByLabel("Search in these notes").fill("Second");
		await assertNotes(wei, 1);
		wei.once("dialog", (dialog) => void dialog.accept());
		await wei.getByRole("button", { name: "Delete" }).click();
		await wei.getByLabel("Search in these notes").fill("");
		await wei.getByText("Second thought").waitFor({ state: "detached" });
		await assertNotes(wei, 1);
	} finally {
		await browser.close();
	}
});

test("the page explains itself without JavaScript", async () => {
	await using world = await pairWorld();
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const context = await browser.newContext({
			baseURL: origin,
			javaScriptEnabled: false,
			viewport: { width: 390, height: 844 },
		});
		await context.addCookies([
			{
				name: "baton-sign-in",
				value: await world.tokenFor(world.pair.mentee),
				url: origin,
			},
		]);
		const page = await context.newPage();
		for (const path of [
			"/me/keys",
			"/me/notes",
			`/relationships/${world.pair.id}/notes`,
		]) {
			await page.goto(path);
			await page
				.getByRole("heading", { name: "This page needs JavaScript" })
				.waitFor();
		}
	} finally {
		await browser.close();
	}
});

test("the page explains itself where browsers offer no cryptography", async () => {
	await using world = await pairWorld();
	const { port } = new URL(await world.listen());
	const browser = await openBrowser(
		"--host-resolver-rules=MAP baton.example 127.0.0.1",
	);
	try {
		const origin = `http://baton.example:${port}`;
		const page = await signedIn(
			browser,
			origin,
			await world.tokenFor(world.pair.mentee),
			390,
		);
		for (const path of [
			"/me/keys",
			"/me/notes",
			`/relationships/${world.pair.id}/notes`,
		]) {
			await page.goto(path);
			assert.equal(await page.evaluate(() => isSecureContext), false);
			await page
				.getByRole("heading", { name: "Your browser cannot encrypt here" })
				.waitFor();
		}
		await look(page);
	} finally {
		await browser.close();
	}
});

async function assertNotes(page: Page, count: number): Promise<void> {
	await page.waitForFunction(
		(expected) =>
			document.querySelectorAll("[data-notes] .note").length === expected,
		count,
	);
}

/** Which tables hold one of these texts, as the owner of the database sees them. */
async function whereSeen(
	world: PairWorld,
	texts: readonly string[],
): Promise<readonly string[]> {
	const { default: pg } = await import("pg");
	const owner = new pg.Client(world.database.logins.owner);
	await owner.connect();
	try {
		const { rows } = await owner.query<{ name: string }>(
			"select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
		);
		const found: string[] = [];
		for (const { name } of rows) {
			const { rows: hits } = await owner.query(
				`select from ${name} as row where row::text ~ any ($1) limit 1`,
				[texts],
			);
			if (hits.length > 0) found.push(name);
		}
		return found;
	} finally {
		await owner.end();
	}
}
