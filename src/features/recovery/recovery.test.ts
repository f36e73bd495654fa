import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import {
	custodyWorld,
	refusedFor,
	setUpCustody,
	textsOf,
	write,
} from "../../../test/custodians.ts";
import { as } from "../../../test/custody-rows.ts";
import { asOwner } from "../../../test/owner.ts";
import type { Tx } from "../../platform/database/database.ts";
import { openBook } from "../../ui/browser/sealed-pages/book.ts";
import {
	agreeToRecovery,
	consentStanding,
	stopRecovery,
	takeConsentBack,
} from "../../ui/browser/sealed-pages/recovery-consent.ts";

test("nothing old, nothing with one word alone; stopping begins a key that custodians do not have; switching off deletes what they had", async () => {
	await using world = await custodyWorld();
	const { ingrid, wei, noor, pair } = world;
	await write(ingrid, "Before");
	const words = await setUpCustody(world);
	await refusedFor(
		agreeToRecovery(
			wei.desk,
			await openBook(wei.desk),
			"six words that are not these",
		),
		"wrong-words",
	);
	await agreeToRecovery(wei.desk, await openBook(wei.desk), words);
	await takeConsentBack(wei.desk, await openBook(wei.desk));
	assert.equal(
		consentStanding(await openBook(wei.desk), wei.desk).hasAgreed,
		false,
	);
	await agreeToRecovery(ingrid.desk, await openBook(ingrid.desk), words);
	assert.match(
		(await noor.client.get("/recovery/openings")).text,
		/Nothing was asked/,
	);
	await agreeToRecovery(
		wei.desk,
		await openBook(wei.desk),
		words.toUpperCase(),
	);
	await write(wei, "Open to two of three");
	const covered = await openBook(ingrid.desk);
	assert.deepEqual(covered.space?.refusedGrants, []);
	assert.ok(consentStanding(covered, ingrid.desk).now);
	assert.match(
		(await ingrid.client.get(`/relationships/${pair.id}/notes`)).text,
		/Two of three custodians/,
	);
	await stopRecovery(ingrid.desk, covered);
	await write(ingrid, "Closed again");
	const after = await openBook(wei.desk);
	assert.equal(consentStanding(after, wei.desk).now, undefined);
	assert.equal(consentStanding(after, wei.desk).earlier.length, 1);
	assert.deepEqual(
		new Set(textsOf(after)),
		new Set(["Before", "Open to two of three", "Closed again"]),
	);
	assert.equal(
		(await noor.client.get(`/recovery/relationships/${pair.id}?epoch=3`))
			.status,
		404,
	);

	// The database's own word on it: no old key, no key of somebody else's making, no second thought about who agreed.
	const old = (tx: Tx, epoch: number) =>
		tx
			.insertInto("recovery_epoch")
			.values({
				relationship_id: pair.id,
				epoch,
				recovery_key_id: sql`(select id from recovery_key)`,
				key_fingerprint: Buffer.alloc(32),
				key_name: Buffer.alloc(32),
				member_ids: [pair.mentor, pair.mentee],
				granted_by: pair.mentor,
				granter_identity: ingrid.own.known.id,
				signature: Buffer.alloc(64),
			})
			.execute();
	for (const epoch of [1, 3])
		await assert.rejects(
			as(world, pair.mentor, (tx) => old(tx, epoch)),
			/row-level security/,
		);
	await assert.rejects(
		as(world, noor.person, (tx) =>
			sql`insert into recovery_opening (id, asked_at) values (gen_random_uuid(), now() - interval '4 days')`.execute(
				tx,
			),
		),
		/permission denied/,
	);

	const ada = await world.as(world.ada);
	await ada.post("/administration/recovery/end");
	const left = await asOwner(world.database, "select from recovery_copy");
	assert.equal(left.length, 0);
	assert.match(
		(await wei.client.get("/recovery")).text,
		/There is no recovery key/,
	);
	assert.equal(
		(await noor.client.get(`/recovery/relationships/${pair.id}?epoch=2`))
			.status,
		404,
	);
});
