import assert from "node:assert/strict";
import test from "node:test";
import { comeBack, circleWorld } from "../../../test/circle.ts";
import { asJson, list } from "../../../test/hostile/json.ts";
import { asOwner } from "../../../test/owner.ts";
import { makeKeys, mapMemory, placeOf } from "../../../test/sealing.ts";
import {
	type Desk,
	keepNote,
	letRead,
	meet,
	openBook,
	renew,
	start,
} from "../../ui/browser/sealed-pages/book.ts";
import { makeGrant } from "../../ui/browser/sealing/grant.ts";

test("who leaves a circle reads nothing that is written afterwards, the others go on reading, and nobody is let in on the way", async () => {
	await using world = await circleWorld(["Ingrid", "Wei", "Jola", "Samir"]);
	const { circle, people } = world;
	const { Ingrid = "", Wei = "", Jola = "", Samir = "", Kofi = "" } = people;
	const people4 = [Ingrid, Wei, Jola, Samir];
	const desks = new Map<string, Desk>();
	for (const person of [...people4, Kofi]) {
		const client = await world.as(person);
		desks.set(person, {
			place: placeOf(client, { id: circle.relationship }),
			own: (await makeKeys(client, person)).own,
			memory: mapMemory(),
			circle: { relationship: circle.relationship, people: people4 },
		});
	}
	const at = (person: string, here = people4): Desk => {
		const desk = desks.get(person);
		assert.ok(desk);
		return {
			...desk,
			circle: { relationship: circle.relationship, people: here },
		};
	};
	const visit = async (desk: Desk) => {
		const book = await openBook(desk);
		assert.deepEqual(book.space?.refusedGrants, []);
		await meet(desk, book);
		return book;
	};
	const write = async (desk: Desk, text: string) =>
		keepNote(desk, await visit(desk), {
			kind: "ours",
			text,
			before: undefined,
		});
	const textsOf = async (desk: Desk) =>
		(await visit(desk)).notes
			.map(({ content }) => content?.text ?? "refused")
			.toSorted();

	await start(at(Ingrid), await openBook(at(Ingrid)));
	await write(at(Ingrid), "before");
	assert.deepEqual(await textsOf(at(Wei)), ["before"]);
	assert.equal(await renew(at(Wei), await visit(at(Wei))), false);

	const leaver = await world.as(Ingrid);
	await leaver.post(`/relationships/${circle.relationship}/end`);
	const left = [Wei, Jola, Samir];
	assert.equal(
		(await leaver.get(`/relationships/${circle.relationship}/notes.json`))
			.status,
		404,
	);

	// A server that hides it, or names a holder who never was one, gets nowhere.
	const wei = at(Wei, left);
	const told = asJson(await wei.place.load("space"));
	assert.equal(told["isOutworn"], true);
	const saying = (json: unknown): Desk => ({
		...wei,
		memory: mapMemory(),
		place: {
			load: async (name) => (name === "space" ? json : wei.place.load(name)),
			send: () => assert.fail("sent something"),
		},
	});
	const hidden = await openBook({
		...saying({ ...told, isOutworn: false }),
		memory: wei.memory,
	});
	assert.equal(hidden.space?.renewal.isDue, true);
	const [key] = hidden.space?.keys ?? [];
	assert.ok(key);
	const forged = structuredClone(told);
	list(forged, "newest").push(
		asJson({
			...(await makeGrant(key, at(Kofi).own, at(Samir).own.known)),
			by: wei.own.known.id,
		}),
	);
	forged["newest"] = list(forged, "newest").filter(
		({ to, by }) => to !== at(Samir).own.known.id || by === wei.own.known.id,
	);
	const holders = (await openBook(saying(forged))).space?.renewal.holders ?? [];
	assert.deepEqual(
		holders.map(({ identity }) => identity.person),
		[Jola],
	);

	assert.equal(await renew(wei, await openBook(wei)), true);
	await write(wei, "after");
	const rows = await asOwner<{ epoch: number; person: string }>(
		world.database,
		"select epoch, to_person as person from relationship_key_grant where relationship_id = $1",
		[circle.relationship],
	);
	assert.deepEqual(
		rows
			.filter(({ epoch }) => epoch === 2)
			.map(({ person }) => person)
			.toSorted(),
		left.toSorted(),
	);
	assert.ok(rows.every(({ person }) => person !== Ingrid));
	const [newest] = (await openBook(wei)).notes.filter(
		({ content }) => content?.text === "after",
	);
	assert.equal(newest?.opened.text.epoch, 2);
	// Jola, who opens it for the first time, never met Ingrid.
	assert.deepEqual(await textsOf(at(Jola, left)), ["after", "before"]);
	assert.equal(
		await renew(at(Jola, left), await openBook(at(Jola, left))),
		false,
	);

	// Who comes back reads once somebody lets them.
	await comeBack(world, Ingrid);
	const again = [...left, Ingrid];
	const book = await visit(at(Wei, again));
	assert.deepEqual(
		book.space?.waiting.map(({ person }) => person),
		[Ingrid],
	);
	await letRead(at(Wei, again), book, Ingrid);
	assert.deepEqual(await textsOf(at(Ingrid, again)), ["after", "before"]);
});
