// Opening one's keys, and keeping them open from page to page. What is kept are keys that cannot be taken out of the browser; they close with the
// sign-in, and after some hours.
import { fieldsOf, textOf } from "./read.ts";
import { type KeyringDocument, readKeyring } from "./documents.ts";
import {
	isSameIdentity,
	knownIdentity,
	type OpenIdentity,
	openIdentity,
} from "./identity.ts";
import type { Memory } from "./memory.ts";
import { Refused } from "./bytes.ts";
import { type Opener, type Unlocker, useUnlocker } from "./unlocker.ts";

/** What the server says of one's keys, and during which sign-in. */
export type Keyring = KeyringDocument & { readonly signIn: string };

const opened = "opened";
const shut = "shut";
const openHours = 12;

export function readOwnKeyring(value: unknown): Keyring {
	return { ...readKeyring(value), signIn: textOf(fieldsOf(value)["signIn"]) };
}

/** Opens one's keys by one of the ways in. Gives the account key too: a further way in needs it. */
export async function unlock(
	keyring: KeyringDocument,
	unlocker: Unlocker,
	opener: Opener,
) {
	const { identity, person, sealedKeys } = keyring;
	if (
		identity === undefined ||
		identity.person !== person ||
		unlocker.identity !== identity.id ||
		unlocker.person !== person
	)
		throw new Refused("forged-identity");
	const accountKey = await useUnlocker(unlocker, opener);
	return {
		own: await openIdentity(identity, sealedKeys, accountKey),
		accountKey,
	};
}

/** Keeps opened keys for the pages that follow. */
export async function keepOpen(
	own: OpenIdentity,
	{ signIn }: Keyring,
	memory: Memory,
	now: number,
): Promise<void> {
	await memory.set(opened, { own, signIn, until: now + openHours * 3_600_000 });
}

/** The keys an earlier page opened, if they are still the person's, in the same sign-in. */
export async function stillOpen(
	keyring: Keyring,
	memory: Memory,
	now: number,
): Promise<OpenIdentity | undefined> {
	const kept = await memory.get(opened);
	if (!isKept(kept)) return undefined;
	const { identity } = keyring;
	const isCurrent =
		kept.signIn === keyring.signIn &&
		kept.until > now &&
		identity !== undefined &&
		isSameIdentity(await knownIdentity(identity), kept.own.known);
	if (isCurrent) return kept.own;
	await memory.remove(opened);
	return undefined;
}

/** Closes what a sign-in that has ended left open. A device that is remembered opens again by itself at the next one. */
export function closeWithSignIn(memory: Memory): Promise<void> {
	return memory.remove(opened);
}

/** Closes the keys, and keeps this device from opening them by itself until they have been opened again. */
export async function close(memory: Memory): Promise<void> {
	await memory.remove(opened);
	await memory.set(shut, true);
}

/** Whether the person closed the keys by hand. */
export async function isShut(memory: Memory): Promise<boolean> {
	return (await memory.get(shut)) === true;
}

type Kept = {
	readonly own: OpenIdentity;
	readonly signIn: string;
	readonly until: number;
};

// Written by `keepOpen` alone, in this browser's own store.
function isKept(value: unknown): value is Kept {
	return (
		typeof value === "object" &&
		value !== null &&
		"own" in value &&
		"signIn" in value &&
		"until" in value
	);
}
