import type { AuthenticatorTransport } from "@simplewebauthn/server";
import type { Db } from "../../../platform/database/database.ts";

export type OwnPasskey = {
	readonly id: string;
	readonly name: string;
	readonly isSynced: boolean;
	readonly hasPrf: boolean | null;
	readonly addedAt: Date;
	readonly usedAt: Date | null;
};

/** A person's passkeys, latest first. */
export function ownPasskeys(db: Db, person: string): Promise<OwnPasskey[]> {
	return db
		.selectFrom("passkey")
		.select([
			"id",
			"name",
			"is_synced as isSynced",
			"has_prf as hasPrf",
			"added_at as addedAt",
			"used_at as usedAt",
		])
		.where("person_id", "=", person)
		.orderBy("added_at", "desc")
		.execute();
}

export type Credential = {
	/** base64url */
	readonly id: string;
	readonly hasPrf: boolean | null;
	readonly transports: AuthenticatorTransport[];
};

/** What a browser needs to ask for one of these passkeys and no other. */
export async function credentialsOf(
	db: Db,
	person: string,
): Promise<Credential[]> {
	const rows = await db
		.selectFrom("passkey")
		.select(["credential_id", "transports", "has_prf"])
		.where("person_id", "=", person)
		.orderBy("added_at", "desc")
		.execute();
	return rows.map(({ credential_id, transports, has_prf }) => ({
		id: credential_id.toString("base64url"),
		hasPrf: has_prf,
		transports: transports.filter(isTransport),
	}));
}

export function findPasskey(db: Db, credential: string) {
	return db
		.selectFrom("passkey")
		.innerJoin("person", "person.id", "passkey.person_id")
		.select([
			"passkey.id",
			"passkey.person_id",
			"passkey.public_key",
			"passkey.counter",
			"passkey.transports",
		])
		.where("passkey.credential_id", "=", Buffer.from(credential, "base64url"))
		.where("person.left_on", "is", null)
		.forUpdate("passkey")
		.executeTakeFirst();
}

function isTransport(name: string): name is AuthenticatorTransport {
	return [
		"ble",
		"cable",
		"hybrid",
		"internal",
		"nfc",
		"smart-card",
		"usb",
	].includes(name);
}
