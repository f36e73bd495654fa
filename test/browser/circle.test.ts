import { test } from "node:test";
import type { Page } from "playwright-core";
import { grantOffice } from "../../src/features/administration/commands.ts";
import { look, openBrowser, signedIn } from "../browser.ts";
import { asOwner } from "../owner.ts";
import { makeKeys } from "../phone.ts";
import { roundWorld } from "../round.ts";
import { nextWeekday } from "../sessions.ts";

const others = ["Wei", "Jola", "Samir", "Ana", "Kofi", "Lena", "Ravi"];

test("a circle of eight is started, meets, keeps notes that one seals and another reads, closes a case table, and ends", async () => {
	await using world = await roundWorld();
	const { people, program } = world;
	const { Ingrid = "", Wei = "" } = people;
	await world.arrange((tx) =>
		grantOffice(tx, {
			person: Ingrid,
			office: "facilitator",
			program,
			until: null,
			by: null,
		}),
	);
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const ingrid = await signedIn(
			browser,
			origin,
			await world.tokenFor(Ingrid),
			1280,
		);
		await ingrid.goto(`/programs/${program}/circles/new`);
		await ingrid.getByLabel("Name of the circle").fill("Decisions");
		await ingrid.getByLabel("What it is about").fill("When nobody knows");
		const search = ingrid.getByLabel("Search by name, title or unit");
		for (const [at, name] of others.entries()) {
			await search.fill(name);
			await ingrid
				.getByRole("checkbox", { name: new RegExp(`^${name} `) })
				.and(ingrid.locator("[data-found] input"))
				// No check(): it looks for the mark where the person no longer stands.
				.click();
			await ingrid
				.getByText(at === 0 ? "One person chosen" : `${at + 1} people chosen`)
				.waitFor();
		}
		await look(ingrid);
		await ingrid
			.getByLabel("Who facilitates")
			.selectOption("Ingrid Solheim, facilitator");
		await press(ingrid, "Ask them");
		await ingrid.getByText("They are asked.").waitFor();
		await look(ingrid);
		const circle = new URL(ingrid.url()).pathname.split("/").at(-1) ?? "";

		for (const name of others.slice(1))
			await (await world.as(people[name] ?? "")).send(
				`/circles/${circle}/answer`,
				{ answer: "yes" },
			);
		await ingrid.goto("/");
		await press(ingrid, "See what it is about");
		await press(ingrid, "Yes");
		await ingrid.getByText("Welcome to the circle.").waitFor();
		const path = new URL(ingrid.url()).pathname;
		const wei = await signedIn(browser, origin, await world.tokenFor(Wei), 390);
		await wei.goto("/");
		await look(wei);
		await press(wei, "See what it is about");
		await look(wei);
		await press(wei, "Yes");
		await wei.getByText("Welcome to the circle.").waitFor();
		await look(wei);

		const booked = await (await world.as(Ingrid)).send(`${path}/sessions`, {
			format: "circle",
			minutes: "60",
			at: String(nextWeekday(7, 10)),
		});
		const session = booked.location ?? "";
		await wei.goto(session);
		await wei.getByRole("heading", { name: "Who has the floor" }).waitFor();
		await look(wei);
		await press(wei, "Yes");
		await wei.getByText("The others see your answer.").waitFor();

		for (const page of [ingrid, wei]) await makeKeys(page);
		await ingrid.goto(`${path}/notes`);
		await press(ingrid, "Start the notes");
		await ingrid
			.getByLabel("Note", { exact: true })
			.fill("We decide before we agree.");
		await press(ingrid, "Seal and keep");
		await ingrid.getByText("Sealed and kept.").waitFor();
		await look(ingrid);
		await wei.goto(`${path}/notes`);
		await wei.getByText("We decide before we agree.").waitFor();
		await wei.getByText("Compare words with Ingrid Solheim").click();
		await wei
			.locator("details[open] [data-partner-words] li:nth-child(6)")
			.waitFor();
		await look(wei);

		// The hour comes; six of eight were there.
		await asOwner(
			world.database,
			"update session set starts_at = now() - interval '1 hour', ends_at = now() where id = $1",
			[session.split("/").at(-1)],
		);
		await wei.goto("/");
		await press(wei, "Write it up");
		await wei.getByRole("checkbox", { name: "Ravi" }).uncheck();
		await wei.getByRole("checkbox", { name: "Lena" }).uncheck();
		await wei.getByLabel("What we decided").fill("Say who decides, first.");
		await look(wei);
		await press(wei, "Keep it");
		await wei.getByText("Kept. What is open").waitFor();
		await ingrid.goto(session);
		await ingrid.getByText(/^Ravi .*: was not there$/).waitFor();
		await look(ingrid);

		await ingrid.goto(`${path}/questions/new?format=case-table`);
		await ingrid
			.getByLabel("The dilemma, in a few sentences")
			.fill("A director must close one of two sites.");
		await press(ingrid, "Ask all of you");
		await ingrid.getByText("It is asked.").waitFor();
		const table = new URL(ingrid.url()).pathname;
		await wei.goto("/");
		await press(wei, "Answer");
		await wei
			.getByLabel("What you would decide, and why")
			.fill("Close the older one.");
		await look(wei);
		await press(wei, "Give my answer");
		await wei.getByText("You read how the others reasoned").waitFor();
		await ingrid.goto(table);
		await ingrid.getByText("1 of 8 have answered").waitFor();
		await press(ingrid, "Close it now, and open the answers");
		await ingrid.getByText("Close the older one.").waitFor();
		await look(ingrid);

		await ingrid.goto(`/programs/${program}/circles/${circle}`);
		await press(ingrid, "End this circle");
		await ingrid.getByText("The circle has ended.").waitFor();
		await wei.goto(path);
		await wei.getByText(/This circle ended/).waitFor();
		await look(wei);
	} finally {
		await browser.close();
	}
});

async function press(page: Page, name: string): Promise<void> {
	await page
		.getByRole("link", { name, exact: true })
		.or(page.getByRole("button", { name, exact: true }))
		.first()
		.click();
}
