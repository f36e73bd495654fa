import assert from "node:assert/strict";
import { test } from "node:test";
import { look, openBrowser, signedIn } from "../browser.ts";
import { begin, propose, roundWorld, rows } from "../round.ts";

test("tries another aim and other places beside the plan, compares two drafts, adopts one and takes it back", async () => {
	await using world = await roundWorld();
	const { base, round } = await begin(world);
	await propose(world, base);
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const token = await world.tokenFor(world.ruth);
		const page = await signedIn(browser, origin, token, 390);
		await page.goto(base);
		await page.getByRole("link", { name: "What if?" }).click();
		await page.getByLabel("What it tries").fill("One more at everyone");
		await page.getByRole("button", { name: "Begin the draft" }).click();
		await page.getByLabel("For every mentor").fill("1");
		await look(page);
		await page.getByRole("button", { name: "Keep and compare" }).click();
		await page.getByText("6 places more").waitFor();
		await page
			.getByRole("table", { name: "The present plan beside the drafts" })
			.waitFor();
		await look(page);

		await page.goto(`${base}/drafts`);
		await page.getByLabel("What it tries").fill("Stable");
		await page.getByRole("button", { name: "Begin the draft" }).click();
		await page.getByRole("radio", { name: "Stable" }).check();
		await page.getByRole("button", { name: "Keep and compare" }).click();
		await page
			.getByText("Planned for: Stable instead of Most people")
			.waitFor();
		await page.getByRole("button", { name: "Adopt this draft" }).waitFor();
		await page.goto(`${base}/drafts`);
		await page.getByRole("heading", { name: "Side by side" }).waitFor();
		await look(page);

		await page.getByRole("link", { name: "Open “Stable”" }).click();
		await page.getByLabel("Why this one").fill("Nobody should want to swap.");
		await page.getByRole("button", { name: "Adopt this draft" }).click();
		await page.locator(".effect").getByText("“Stable” was adopted").waitFor();
		assert.equal((await objective(world, round)).objective, "stable");
		await page.getByRole("button", { name: "Undo" }).click();
		await page.getByRole("button", { name: "Do it again" }).waitFor();
		assert.equal((await objective(world, round)).objective, "people");
	} finally {
		await browser.close();
	}
});

function objective(
	world: Awaited<ReturnType<typeof roundWorld>>,
	round: string,
) {
	return rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select("objective")
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
}
