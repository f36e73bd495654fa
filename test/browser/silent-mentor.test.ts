import { test } from "node:test";
import type { Page } from "playwright-core";
import { look, openBrowser, signedIn } from "../browser.ts";
import {
	begin,
	inDays,
	pairsOf,
	perform,
	propose,
	roundWorld,
	rows,
} from "../round.ts";

test("a mentor who says nothing is replaced: the mentee waits no longer than they were told, and reads of nobody's silence", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(3),
		note: "Agreed.",
	});
	const pairs = await pairsOf(world, round);
	const pair = pairs.find(({ mentee }) => mentee === world.people["Wei"]);
	const origin = await world.listen();
	const browser = await openBrowser();
	const open = async (person: string, width: number) =>
		signedIn(browser, origin, await world.tokenFor(person), width);
	try {
		const wei = await open(pair?.mentee ?? "", 390);
		await wei.goto("/");
		await press(wei, "See why");
		await press(wei, "Say yes");
		await wei.getByText("You said yes.").waitFor();
		await look(wei);

		// The last day passes; the mentor has said nothing.
		await rows(world, (tx) =>
			tx
				.updateTable("round")
				.set({ answer_by: inDays(-2) })
				.where("id", "=", round)
				.execute(),
		);
		await perform(world, "lapse-proposals", { round, origin });
		await perform(world, "check-pairs", {});
		await wei.reload();
		await wei.getByText("This proposal did not come about").waitFor();
		await look(wei);

		const ruth = await open(world.ruth, 1280);
		await ruth.goto(`/programs/${world.program}/changes`);
		await look(ruth);
		await ruth
			.locator("section")
			.filter({ hasText: "Wei Zhang waits" })
			.getByRole("link", { name: "Propose a mentor" })
			.click();
		await look(ruth);
		await ruth
			.getByRole("dialog")
			.getByRole("button", { name: "Propose a mentor" })
			.click();
		await ruth.waitForLoadState();

		await wei.goto("/");
		await press(wei, "See why");
		await press(wei, "Say yes");
		const [next] = await rows(world, (tx) =>
			tx
				.selectFrom("proposal")
				.select("mentor_id as mentor")
				.where("mentee_id", "=", pair?.mentee ?? "")
				.where("status", "=", "published")
				.execute(),
		);
		const mentor = await open(next?.mentor ?? "", 390);
		await mentor.goto("/");
		await press(mentor, "See why");
		await look(mentor);
		await press(mentor, "Say yes");
		await wei.goto("/relationships");
		await wei.getByText("your mentor in").first().waitFor();
		await look(wei);
	} finally {
		await browser.close();
	}
});

function press(page: Page, name: string): Promise<void> {
	return page
		.getByRole("link", { name, exact: true })
		.or(page.getByRole("button", { name, exact: true }))
		.first()
		.click();
}
