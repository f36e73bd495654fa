import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { look, openBrowser, signedIn } from "../browser.ts";
import { asOwner } from "../owner.ts";
import { pairWorld } from "../two-pairs.ts";

test("from yes to a first session that is written up, on a phone, in at most fourteen steps", async () => {
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
		let steps = 0;
		const tap = async (page: Page, name: string | RegExp) => {
			steps += 1;
			await page
				.getByRole("link", { name })
				.or(page.getByRole("button", { name }))
				.first()
				.click();
			await page.waitForLoadState();
		};
		const type = async (page: Page, label: string, text: string) => {
			steps += 1;
			await page.getByLabel(label).fill(text);
		};
		await wei.goto(`/relationships/${pair.id}`);
		await look(wei);
		await tap(wei, "Find a first date");
		await look(wei);
		await tap(wei, /\d\d:\d\d/);
		await wei.getByText("It is booked.").waitFor();
		await tap(wei, "Make an agenda");
		await wei.getByText("a question to begin with").first().waitFor();
		await look(wei);

		const ingrid = await signedIn(
			browser,
			origin,
			await world.tokenFor(pair.mentor),
			390,
		);
		await ingrid.goto("/");
		await look(ingrid);
		await tap(ingrid, "Answer");
		await tap(ingrid, "Yes");
		await ingrid.getByText("The others see your answer.").waitFor();
		await ingrid.goto(`/relationships/${pair.id}/sessions`);
		await look(ingrid);
		await ingrid.goto(`/relationships/${pair.id}/cadence`);
		await look(ingrid);

		// The hour comes.
		await asOwner(
			world.database,
			"update session set starts_at = now() - interval '1 hour', ends_at = now() where starts_at = (select min(starts_at) from session)",
		);
		await ingrid.goto("/");
		await tap(ingrid, "Write it up");
		await look(ingrid);
		await type(ingrid, "What we decided", "Ask the works council first.");
		await type(ingrid, "The next commitment", "Writes to the council");
		steps += 1;
		await ingrid.getByRole("radio", { name: "Wei" }).check();
		await tap(ingrid, "Keep it");
		await ingrid.getByText("Kept. What is open").waitFor();
		await look(ingrid);
		await wei.goto("/commitments");
		await look(wei);
		await tap(wei, /^Done/);
		await wei.getByText("Done. It leaves the agenda.").waitFor();
		assert.ok(steps <= 14, `${steps} steps`);
	} finally {
		await browser.close();
	}
});
