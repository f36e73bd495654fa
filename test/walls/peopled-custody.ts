// A recovery key with its three custodians, a pair that agreed to it, and one of the custodians asking to open what the pair wrote. Doors are tried here,
// not cryptography: signatures and wraps are bytes of the right length.
import { randomBytes, randomUUID } from "node:crypto";
import {
	transact,
	type Tx,
	vaultOf,
} from "../../src/platform/database/database.ts";
import { addPerson, type World } from "../world.ts";

const epoch = 1;

export async function openingIn(
	world: World,
	{
		ada,
		relationship,
		members,
	}: {
		readonly ada: string;
		readonly relationship: string;
		readonly members: readonly [string, string];
	},
): Promise<{ readonly custodian: string; readonly opening: string }> {
	const as = <T>(person: string, work: (tx: Tx) => Promise<T>) =>
		transact(
			world.database,
			{ actor: { kind: "person", person }, access: "write" },
			work,
		);
	const three = await world.arrange((tx) =>
		Promise.all(
			["one", "two", "three"].map((name) =>
				addPerson(tx, { first_name: "Custodian", last_name: name }),
			),
		),
	);
	const identities = new Map<string, string>();
	for (const person of [...three, ...members]) {
		const id = await as(person, async (tx) => {
			const own = await tx
				.selectFrom("sealing_identity")
				.select("id")
				.where("person_id", "=", person)
				.executeTakeFirst();
			return own?.id ?? makeKeys(tx, person);
		});
		identities.set(person, id);
	}
	const keysOf = (person: string) => identities.get(person) ?? "";
	const key = { recovery_key_id: randomUUID() };
	await as(ada, async (tx) => {
		await tx
			.insertInto("recovery_key")
			.values({ id: key.recovery_key_id, named_by: ada })
			.execute();
		await tx
			.insertInto("recovery_custodian")
			.values(
				three.map((person) => ({
					...key,
					custodian_id: person,
					identity_id: keysOf(person),
				})),
			)
			.execute();
	});
	for (const person of three)
		await as(person, (tx) =>
			tx
				.updateTable("recovery_custodian")
				.set({ accepted_at: new Date(), signature: randomBytes(64) })
				.where("custodian_id", "=", person)
				.execute(),
		);
	const place = { relationship_id: relationship, epoch };
	for (const person of members)
		await as(person, (tx) =>
			tx
				.insertInto("recovery_consent")
				.values({
					...place,
					...key,
					person_id: person,
					identity_id: keysOf(person),
					signature: randomBytes(64),
				})
				.execute(),
		);
	const [granter] = members;
	await as(granter, async (tx) => {
		await tx
			.insertInto("relationship_key")
			.values({ ...place, key_name: randomBytes(32), made_by: granter })
			.execute();
		const { member_ids } = await tx
			.selectFrom("relationship")
			.select("member_ids")
			.where("id", "=", relationship)
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("recovery_epoch")
			.values({
				...place,
				...key,
				key_fingerprint: randomBytes(32),
				key_name: randomBytes(32),
				member_ids,
				granted_by: granter,
				granter_identity: keysOf(granter),
				signature: randomBytes(64),
			})
			.execute();
	});
	const [custodian = ""] = three;
	const opening = randomUUID();
	await as(custodian, async (tx) => {
		const { member_ids } = await tx
			.selectFrom("recovery_epoch")
			.select("member_ids")
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("recovery_opening")
			.values({
				...place,
				...key,
				id: opening,
				member_ids,
				custodian_id: custodian,
				identity_id: keysOf(custodian),
				reason: vaultOf(tx).seal(
					"recovery_opening.reason",
					[opening],
					"A reason",
				),
				said_at: new Date(),
				signature: randomBytes(64),
			})
			.execute();
	});
	return { custodian, opening };
}

async function makeKeys(tx: Tx, person: string): Promise<string> {
	const id = randomUUID();
	await tx
		.insertInto("sealing_identity")
		.values({
			id,
			person_id: person,
			signing_key: randomBytes(65),
			agreement_key: randomBytes(65),
			proof: randomBytes(64),
		})
		.execute();
	return id;
}
