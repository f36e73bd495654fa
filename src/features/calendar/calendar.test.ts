import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import test from "node:test";
import { transact, type Tx } from "../../platform/database/database.ts";
import { asOwner } from "../../../test/owner.ts";
import { addJob } from "../../platform/jobs/jobs.ts";
import { grantDelegation } from "../../../test/calendar.ts";
import { addPerson, establishedWorld } from "../../../test/world.ts";
import { markOf } from "../people/mark.ts";
import { usualHours } from "../../domain/calendar/painted-hours.ts";
import { calendarsOf } from "./queries.ts";

type World = Awaited<ReturnType<typeof establishedWorld>>;

const asPerson = (world: World, person: string) =>
	transact(
		world.database,
		{ actor: { kind: "person", person }, access: "read" },
		(tx) => calendarsOf(tx, [person]),
	);

test("hours and quiet periods are painted, kept apart from another window, and read by nobody but a delegate", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const seen = markOf(usualHours);
	const page = await ruth.get("/me/calendar");
	assert.match(
		page.html,
		/aria-label="Monday, 9:00 to 10:00"[^>]*checked|checked[^>]*aria-label="Monday, 9:00 to 10:00"/,
	);
	await ruth.post("/me/calendar/hours", { hours: ["8", "9", "34"], seen });
	const again = await ruth.send("/me/calendar/hours", { hours: ["0"], seen });
	assert.equal(again.status, 422);
	assert.match(again.text, /changed elsewhere/);
	const wrong = await ruth.send("/me/calendar/quiet", {
		from: "2030-05-02",
		until: "2030-05-01",
	});
	assert.equal(wrong.status, 422);
	await ruth.post("/me/calendar/quiet", {
		from: "2030-05-01",
		until: "2030-05-14",
	});
	const twice = await ruth.send("/me/calendar/quiet", {
		from: "2030-05-14",
		until: "2030-05-20",
	});
	assert.match(twice.text, /touch a quiet period/);

	const [calendar] = await asPerson(world, world.ruth);
	assert.deepEqual(calendar?.week[0], [{ from: 480, until: 600 }]);
	assert.deepEqual(calendar?.week[1], [{ from: 600, until: 660 }]);
	assert.deepEqual(calendar?.quiet, [
		{ from: "2030-05-01", until: "2030-05-14" },
	]);

	const ada = await world.as(world.ada);
	assert.equal((await ada.get(`/calendars/${world.ruth}/free`)).status, 404);
	await grantDelegation(world, { person: world.ruth, delegate: world.ada });
	const free = await ada.get(`/calendars/${world.ruth}/free`);
	assert.match(free.text, /1 May 2030 to 14 May 2030/);
	const rows = await transact(
		world.database,
		{ actor: { kind: "person", person: world.ada }, access: "read" },
		(tx) => tx.selectFrom("working_hours").selectAll().execute(),
	);
	assert.equal(rows.length, 1);
});

test("a calendar elsewhere is read: only busy times are kept, trouble is named with its remedy, and taking it away forgets all", async () => {
	let answer = { status: 200, body: "" };
	const server = createServer((_, response) => {
		response.writeHead(answer.status).end(answer.body);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	try {
		await using world = await establishedWorld({
			reach: {
				allowsAddress: (each) => each === "127.0.0.1",
				allowsPort: () => true,
			},
		});
		const ruth = await world.as(world.ruth);
		const inside = await ruth.send("/me/calendar/address", {
			address: "http://10.0.0.1/a.ics",
		});
		assert.equal(inside.status, 422);
		const start = new Date(Date.now() + 2 * 86_400_000)
			.toISOString()
			.slice(0, 10)
			.replaceAll("-", "");
		answer = {
			status: 200,
			body: `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Takeover talks\r\nDTSTART:${start}T100000Z\r\nDTEND:${start}T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
		};
		const address = `http://127.0.0.1:${port}/private-key-4711.ics`;
		await ruth.post("/me/calendar/address", { address });
		assert.match((await ruth.get("/me/calendar")).text, /Being read/);
		await world.workJobs();
		const page = await ruth.get("/me/calendar");
		assert.match(page.text, /one busy time to come/);
		assert.doesNotMatch(page.html, /4711/);
		const [calendar] = await asPerson(world, world.ruth);
		assert.equal(calendar?.busy.length, 1);
		answer = { status: 404, body: "" };
		await ruth.post("/me/calendar/address/read");
		await world.workJobs();
		const trouble = await ruth.get("/me/calendar");
		assert.match(
			trouble.text,
			/Publish the calendar again and enter its new address/,
		);
		// What was known stays until it is read again.
		assert.match(trouble.text, /one busy time to come/);

		// An hour later it is read again by itself.
		answer = { status: 200, body: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" };
		await asOwner(
			world.database,
			"update calendar_address set checked_at = now() - interval '2 hours', read_at = now() - interval '3 hours'",
		);
		await world.arrange((tx) => addJob(tx, "read-calendars", {}));
		await world.workJobs();
		assert.match((await ruth.get("/me/calendar")).text, /nothing to come/);

		await ruth.post("/me/calendar/address/remove");
		const [after] = await asPerson(world, world.ruth);
		assert.deepEqual(after?.busy, []);
	} finally {
		server.closeAllConnections();
		server.close();
	}
});

test("an administrator keeps the holidays of a location, by file and by hand; they hold for those who work there", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const [berlin, elsewhere] = await world.arrange(async (tx) => [
		await personAt(tx, "Ben", "Berlin"),
		await personAt(tx, "Eva", "Oslo"),
	]);
	assert.ok(berlin && elsewhere);
	const year = new Date().getUTCFullYear() + 1;
	const file = new File(
		[
			`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Tag der Einheit\r\nDTSTART;VALUE=DATE:${year}1003\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
		],
		"de.ics",
	);
	const wrong = await ada.send("/administration/holidays/file", {
		location: "Berlin",
		file: new File(["no"], "a.ics"),
	});
	assert.equal(wrong.status, 422);
	await ada.post("/administration/holidays/file", { location: "Berlin", file });
	await ada.post("/administration/holidays", {
		location: "",
		day: `${year}-12-25`,
		name: "Christmas",
	});
	assert.match(
		(await ada.get("/administration/holidays")).text,
		/Tag der Einheit.*Berlin.*Christmas.*everywhere/s,
	);
	assert.deepEqual((await asPerson(world, berlin))[0]?.holidays.toSorted(), [
		`${year}-10-03`,
		`${year}-12-25`,
	]);
	assert.deepEqual((await asPerson(world, elsewhere))[0]?.holidays, [
		`${year}-12-25`,
	]);
	await ada.post("/administration/holidays/remove", {
		location: "",
		day: `${year}-12-25`,
	});
	assert.deepEqual((await asPerson(world, elsewhere))[0]?.holidays, []);
	const ruth = await world.as(world.ruth);
	assert.equal((await ruth.get("/administration/holidays")).status, 404);
});

async function personAt(
	tx: Tx,
	name: string,
	location: string,
): Promise<string> {
	const id = await addPerson(tx, { first_name: name, last_name: "Berg" });
	await tx
		.updateTable("person")
		.set({ location })
		.where("id", "=", id)
		.execute();
	return id;
}
