import assert from "node:assert/strict";
import { test } from "node:test";
import { look, openBrowser, signedIn } from "../browser.ts";
import { begin, pairsOf, roundWorld, rows } from "../round.ts";

test("people talk before they are paired: both answer in private, the pairs weigh it, two yeses follow", async () => {
	await using world = await roundWorld();
	const { base, round } = await begin(world);
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const open = async (who: string, width: number) =>
			signedIn(browser, origin, await world.tokenFor(who), width);
		const ruth = await open(world.ruth, 1280);
		await ruth.goto(base);
		await ruth.getByRole("link", { name: "Let people talk first" }).click();
		await ruth.getByLabel("Talks for each mentee").fill("2");
		await look(ruth);
		await ruth.getByRole("button", { name: "Ask them to talk" }).click();
		await ruth
			.getByRole("heading", { level: 1, name: "Who talks with whom" })
			.waitFor();
		await ruth
			.getByRole("heading", { name: "The talks", exact: true })
			.waitFor();
		await look(ruth);

		const [talk] = await rows(world, (tx) =>
			tx
				.selectFrom("chemistry_talk")
				.select(["id", "mentee_id as mentee", "mentor_id as mentor"])
				.where("round_id", "=", round)
				.orderBy("id")
				.execute(),
		);
		assert.ok(talk);
		const mentee = await open(talk.mentee, 390);
		await mentee.goto("/");
		await mentee.getByRole("link", { name: "See with whom" }).click();
		await mentee.locator(`[name="answer-${talk.id}"][value="yes"]`).check();
		await mentee.locator(`[name="preference-${talk.id}"]`).selectOption("1");
		await look(mentee);
		await mentee.getByRole("button", { name: "Keep this" }).click();
		await mentee.getByText("Only the pairing reads it").first().waitFor();

		const mentor = await open(talk.mentor, 390);
		await mentor.goto(`/talks/${round}`);
		const words = await mentor.locator("main").innerText();
		assert.doesNotMatch(words, /said yes|has answered/i);
		await mentor.locator(`[name="answer-${talk.id}"][value="yes"]`).check();
		await mentor.getByRole("button", { name: "Keep this" }).click();
		await mentor.getByText("Only the pairing reads it").first().waitFor();

		await ruth.reload();
		await ruth.getByRole("button", { name: "End the talks now" }).click();
		await ruth.getByRole("button", { name: "Find the best pairs" }).click();
		await ruth
			.getByRole("link", { name: "Ask both sides" })
			.waitFor({ timeout: 30_000 });
		await ruth.getByRole("link", { name: "Ask both sides" }).click();
		await ruth.locator("[name=note]").fill("Best for all who talked.");
		await ruth.getByRole("button", { name: "Publish the round" }).click();
		await ruth.getByRole("status").first().waitFor();
		const pair = (await pairsOf(world, round)).find(
			(one) => one.mentee === talk.mentee && one.mentor === talk.mentor,
		);
		assert.ok(pair, "two yeses after a talk come together");
		for (const page of [mentee, mentor]) {
			await page.goto(`/proposals/${pair.id}`);
			await page.getByRole("button", { name: "Say yes" }).click();
			await page.getByRole("status").first().waitFor();
		}
		assert.match(mentor.url(), /\/relationships\//);
	} finally {
		await browser.close();
	}
});
