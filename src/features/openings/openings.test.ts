import assert from "node:assert/strict";
import test from "node:test";
import {
	askAddresses,
	bothAgree,
	custodyWorld,
	nameCustodians,
	openingAddresses,
	passHours,
	refusedFor,
	setUpCustody,
	write,
} from "../../../test/custodians.ts";
import { as, copiesOf, mailsTo, notesOf } from "../../../test/custody-rows.ts";
import { perform } from "../../../test/round.ts";
import { asOwner } from "../../../test/owner.ts";
import { ask, help, read } from "../../ui/browser/sealed-pages/opening-desk.ts";

const reason = "Both have left without a word, and the regulator asks.";

test("two of three custodians read what both agreed to, after 72 hours, and everybody concerned learns of every step", async () => {
	await using world = await custodyWorld();
	const { ingrid, wei, noor, greta, henrik, pair } = world;
	await write(ingrid, "Before anybody agreed");
	const words = await setUpCustody(world);
	await bothAgree(world, words);
	await write(ingrid, "The merger is off");
	await write(wei, "For me alone", "mine");
	const id = await ask(noor.at(askAddresses(world, 2)), reason);

	const members = [ingrid, wei];
	for (const { client } of members) {
		const page = await client.get(`/recovery/openings/${id}`);
		assert.match(page.text, /regulator asks/);
		assert.match(
			(await client.get("/")).text,
			/A custodian asks to open notes/,
		);
	}
	assert.deepEqual(await mailsTo(world, "opening-members"), [2]);
	const texts = await asOwner<{ text: string }>(
		world.database,
		"select body_text as text from mail where kind like 'opening-%'",
	);
	assert.ok(
		texts.length >= 4 && texts.every(({ text }) => !/regulator/.test(text)),
	);

	const asking = openingAddresses(id);
	await refusedFor(help(greta.at(asking)), "too-early");
	assert.equal(
		(await noor.client.send(`/recovery/openings/${id}/agree`, {})).status,
		404,
	);
	await greta.client.post(`/recovery/openings/${id}/agree`);
	await passHours(world, 71);
	await refusedFor(help(greta.at(asking)), "too-early");
	assert.deepEqual(await copiesOf(world, greta), 0);
	await passHours(world, 1);
	await perform(world, "opening-hours-over", { opening: id });
	await perform(world, "opening-hours-over", { opening: id });
	assert.deepEqual(await mailsTo(world, "opening-members"), [6]);
	assert.deepEqual(await copiesOf(world, greta), 1);
	assert.deepEqual(await copiesOf(world, henrik), 0);
	assert.deepEqual(await notesOf(world, noor), 0);
	await refusedFor(read(noor.at(asking)), "conflict");
	await help(greta.at(asking));
	const opened = await read(noor.at(asking));
	assert.deepEqual(
		opened.texts.map(({ content, refused }) => [refused, Object(content).text]),
		[[undefined, "The merger is off"]],
	);
	assert.deepEqual(await notesOf(world, noor), 1);
	assert.deepEqual(await notesOf(world, greta), 0);
	await read(noor.at(asking));

	const journal = await asOwner<{ act: string; count: number }>(
		world.database,
		"select act, count(*)::int from journal where subject = 'recovery-opening' and about_person_id = $1 group by act order by act",
		[pair.mentee],
	);
	assert.deepEqual(
		journal.map(({ act, count }) => `${count} ${act}`),
		[
			"1 agree-to-open-notes",
			"1 ask-to-open-notes",
			"1 hand-over-notes",
			"2 read-opened-notes",
		],
	);
	assert.deepEqual(await mailsTo(world, "opening-members"), [10]);
	const seen = await wei.client.get(`/recovery/openings/${id}`);
	assert.match(seen.text, /Greta Baum handed over their part/);
	assert.match(seen.text, /Noor Haddad read the notes/);
	await passHours(world, 14 * 24);
	await refusedFor(read(noor.at(asking)), "conflict");
	assert.deepEqual(await copiesOf(world, greta), 0);
	assert.deepEqual(await notesOf(world, noor), 0);
});

test("an objection asks the second custodian anew; a withdrawn asking gives nothing; nobody else finds it", async () => {
	await using world = await custodyWorld();
	const { ingrid, wei, noor, greta, otherPair } = world;
	await bothAgree(world, await setUpCustody(world));
	await write(ingrid, "The merger is off");
	const id = await ask(noor.at(askAddresses(world, 2)), reason);
	const path = `/recovery/openings/${id}`;
	await greta.client.post(`${path}/agree`);
	await wei.client.post(`${path}/object`);
	await passHours(world, 72);
	assert.deepEqual(await copiesOf(world, greta), 0);
	const mails = await mailsTo(world, "opening-members");
	await perform(world, "opening-hours-over", { opening: id });
	assert.deepEqual(await mailsTo(world, "opening-members"), mails);
	assert.match((await greta.client.get(path)).text, /An objection was made/);
	await greta.client.post(`${path}/agree`);
	assert.deepEqual(await copiesOf(world, greta), 1);
	await noor.client.post(`${path}/withdraw`);
	assert.deepEqual(await copiesOf(world, greta), 0);
	assert.equal((await greta.client.send(`${path}/agree`, {})).status, 409);

	const stranger = await world.as(otherPair.mentee);
	for (const each of [
		path,
		`${path}/case.json`,
		`/recovery/relationships/${world.pair.id}?epoch=2`,
	])
		assert.equal((await stranger.get(each)).status, 404);
	for (const act of ["agree", "object", "withdraw", "read", "peel"])
		assert.equal(
			(await stranger.send(`${path}/${act}`, { document: "{}" })).status >= 400,
			true,
		);
	assert.equal(
		(await world.as(world.ada).then((ada) => ada.get(path))).status,
		404,
	);
});

test("nobody of their line, and no administrator, takes part", async () => {
	await using world = await custodyWorld();
	const { noor, greta, people } = world;
	const ada = await world.as(world.ada);
	const refused = await nameCustodians(ada, [
		"ada@meridian.example",
		"Greta",
		"Greta",
	]);
	assert.equal(refused.status, 422);
	assert.match(refused.text, /cannot be a custodian/);
	assert.match(refused.text, /named above already/);
	const keyless = await nameCustodians(ada, ["Amara", "Noor", "Greta"]);
	assert.match(keyless.text, /has made no keys yet/);
	await bothAgree(world, await setUpCustody(world));
	await world.arrange((tx) =>
		tx
			.updateTable("person")
			.set({ manager_id: noor.person })
			.where("id", "=", people["Kofi"] ?? "")
			.execute(),
	);
	await world.arrange((tx) =>
		tx
			.updateTable("person")
			.set({ manager_id: people["Kofi"] ?? "" })
			.where("id", "=", world.pair.mentee)
			.execute(),
	);
	await refusedFor(ask(noor.at(askAddresses(world, 2)), reason), "conflict");
	const id = await ask(greta.at(askAddresses(world, 2)), reason);
	assert.equal(
		(await noor.client.send(`/recovery/openings/${id}/agree`, {})).status,
		409,
	);
	await assert.rejects(
		as(world, noor.person, (tx) =>
			tx
				.insertInto("recovery_step")
				.values({ opening_id: id, act: "agreed", person_id: noor.person })
				.execute(),
		),
		/row-level security/,
	);
});
