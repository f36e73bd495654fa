import assert from "node:assert/strict";
import test from "node:test";
import { attacksOn, unnoticed } from "../../../test/hostile/attacks.ts";
import { asJson, member, put } from "../../../test/hostile/json.ts";
import { json, setScene, signsOf } from "../../../test/hostile/scene.ts";
import { sealer } from "../../../test/sealing.ts";
import { pairWorld } from "../../../test/two-pairs.ts";
import {
	type Book,
	deleteNote,
	type Desk,
	keepCompared,
	keepNote,
	letRead,
	meet,
	openBook,
} from "../../ui/browser/sealed-pages/book.ts";
import { Refused } from "../../ui/browser/sealing/bytes.ts";
import { makeIdentity } from "../../ui/browser/sealing/identity.ts";

test("a server that swaps, replays, strips or adds is refused, visibly, every time", async () => {
	await using world = await pairWorld();
	const scene = await setScene(world);
	assert.deepEqual(
		await signsOf(scene, async () => {}),
		[],
		"an honest server is refused nothing",
	);
	const families = Object.values(attacksOn(scene));
	const count = families.flatMap((attacks) => Object.keys(attacks)).length;
	assert.ok(count >= 40, `${count} attacks`);
	for (const attacks of families)
		assert.deepEqual(await unnoticed(scene, attacks), []);
});

test("nothing is granted or written to keys that are not the ones met before, until words are compared", async () => {
	await using world = await pairWorld();
	const scene = await setScene(world);
	const { pair, ingrid } = scene;
	const stranger = await makeIdentity(crypto.randomUUID(), pair.mentee);
	const sent: string[] = [];
	const desk: Desk = {
		...ingrid.desk,
		place: {
			load: async (name) => {
				const answer = await json(ingrid.desk, name);
				if (name === "space")
					put(member(answer, pair.mentee), "identities", [
						asJson(stranger.identity),
					]);
				return answer;
			},
			send: async (name) => void sent.push(name),
		},
	};
	const book = await openBook(desk);
	const partner = book.space?.members.find(
		({ person }) => person === pair.mentee,
	)?.current;
	assert.equal(partner?.standing, "changed");
	await meet(desk, book);
	await assert.rejects(
		letRead(desk, book),
		(error) => error instanceof Refused && error.reason === "changed-identity",
	);
	assert.deepEqual(sent, []);
});

test("lost keys: new ones read again once the other has compared words, under a new key; notes of one's own are gone", async () => {
	await using world = await pairWorld();
	const scene = await setScene(world);
	const { pair, ingrid } = scene;
	const wei = await sealer(world, pair, pair.mentee);
	const lost = await openBook(wei.desk);
	assert.equal(lost.space?.keys.length, 0);
	assert.deepEqual(
		lost.notes.map(({ opened }) => opened.refused),
		["no-key", "no-key"],
	);
	const own = await openBook({ ...wei.desk, circle: undefined });
	assert.deepEqual(
		own.notes.map(({ opened }) => opened.refused),
		["no-key"],
	);
	const seen = await openBook(ingrid.desk);
	const partner = seen.space?.members.find(
		({ person }) => person === pair.mentee,
	)?.current;
	assert.equal(partner?.standing, "changed");
	assert.ok(partner);
	await keepCompared(ingrid.desk, partner);
	await letRead(ingrid.desk, await openBook(ingrid.desk));
	const again = await openBook(wei.desk);
	assert.deepEqual(
		again.space?.keys.map(({ epoch }) => epoch),
		[1, 2],
	);
	assert.deepEqual(
		new Set(
			again.notes
				.filter(({ kind, opened }) => kind === "ours" && !opened.refused)
				.map(({ content }) => content?.text),
		),
		new Set(["Ports: wait", "The merger is off"]),
	);
	await keepNote(wei.desk, again, {
		kind: "ours",
		text: "Back again",
		before: undefined,
	});
	const read = await openBook(ingrid.desk);
	assert.ok(
		read.notes.some(
			({ content, opened }) =>
				content?.text === "Back again" && opened.text.epoch === 2,
		),
	);
});

test("two people who change one note at once: the second is told, and nothing is lost", async () => {
	await using world = await pairWorld();
	const { wei, ingrid } = await setScene(world);
	const [mine, theirs] = await Promise.all([
		openBook(wei.desk),
		openBook(ingrid.desk),
	]);
	const find = (book: Book) =>
		book.notes.find(({ content }) => content?.text === "Ports: wait");
	await keepNote(wei.desk, mine, {
		kind: "ours",
		text: "Ports: sell",
		before: find(mine),
	});
	await assert.rejects(
		keepNote(ingrid.desk, theirs, {
			kind: "ours",
			text: "Ports: keep",
			before: find(theirs),
		}),
		(error) => error instanceof Refused && error.reason === "conflict",
	);
	const deleted = await openBook(ingrid.desk);
	const note = deleted.notes.find(
		({ content }) => content?.text === "Ports: sell",
	);
	assert.ok(note);
	await deleteNote(ingrid.desk, deleted, note);
	const left = await openBook(wei.desk);
	assert.ok(!left.notes.some(({ content }) => content?.text === "Ports: sell"));
	assert.equal(left.missing, 0);
});
