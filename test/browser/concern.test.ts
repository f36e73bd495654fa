import assert from "node:assert/strict";
import { test } from "node:test";
import { look, openBrowser, signedIn } from "../browser.ts";
import { makeKeys } from "../phone.ts";
import { pairWorld } from "../two-pairs.ts";

test("somebody who is afraid turns to an ombudsperson from a phone, and is heard", async () => {
	await using world = await pairWorld();
	const { pair, people } = world;
	await world.arrange(async (tx) => {
		for (const name of ["Noor", "Greta"])
			await tx
				.insertInto("office")
				.values({ person_id: people[name] ?? "", office: "ombudsperson" })
				.execute();
	});
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const open = async (person: string, width: number) =>
			signedIn(browser, origin, await world.tokenFor(person), width);
		const noor = await open(people["Noor"] ?? "", 1280);
		await makeKeys(noor);
		const greta = await open(people["Greta"] ?? "", 1280);
		await makeKeys(greta);

		const wei = await open(pair.mentee, 390);
		await wei.goto(`/relationships/${pair.id}`);
		await wei.locator("main").getByText("Raise a concern").click();
		await wei
			.getByRole("heading", { name: "When something is not right" })
			.waitFor();
		await look(wei);
		await wei.locator("main").getByText("Raise a concern").click();
		await wei
			.getByRole("heading", { name: "First, keys of your own" })
			.waitFor();
		await look(wei);
		await makeKeys(wei);
		await wei.goto("/concerns/new");
		await wei.getByText("Noor Haddad").click();
		await wei
			.getByLabel("What is it about?")
			.fill("He reads my calendar aloud in meetings.");
		await look(wei);
		await wei.getByRole("button", { name: "Seal and send" }).click();
		await wei
			.getByRole("heading", { name: "You and Noor, in confidence" })
			.waitFor();
		await wei.getByText("He reads my calendar").waitFor();
		await look(wei);

		await noor.goto("/");
		await noor.getByText("Somebody turns to you").waitFor();
		await noor.getByRole("link", { name: "Read it" }).click();
		await noor.getByText("He reads my calendar").waitFor();
		await noor.getByRole("button", { name: "I am looking at it" }).click();
		await noor.getByLabel("Write").fill("I believe you. What would help?");
		await noor.getByRole("button", { name: "Seal and send" }).click();
		await noor.getByText("I believe you.").waitFor();
		await look(noor);
		await noor.getByText("Somebody else should have it").click();
		await noor
			.getByRole("button", { name: "I have a conflict of interest" })
			.click();
		await noor.getByText("They are told").waitFor();

		await wei.goto("/");
		await wei.getByText("An answer waits for you").waitFor();
		await wei.getByRole("link", { name: "Read it" }).click();
		await wei.getByText("I believe you.").waitFor();
		await look(wei);
		await wei.getByText("Greta Baum").click();
		await wei.getByRole("button", { name: "Give it to them" }).click();
		await wei
			.getByRole("heading", { name: "You and Greta, in confidence" })
			.waitFor();
		await wei.getByText("I believe you.").waitFor();
		await greta.goto("/concerns");
		await greta.getByRole("link", { name: /From Wei/ }).click();
		await greta.getByText("He reads my calendar").waitFor();
		await look(greta);
		assert.equal((await noor.reload())?.status(), 404);
	} finally {
		await browser.close();
	}
});
