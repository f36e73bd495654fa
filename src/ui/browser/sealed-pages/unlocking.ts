// Opening one's keys on a page: by what is still open, by this device, or by what the person shows.
import { type Bytes, Refused } from "../sealing/bytes.ts";
import type { OpenIdentity } from "../sealing/identity.ts";
import {
	isShut,
	keepOpen,
	type Keyring,
	readOwnKeyring,
	stillOpen,
	unlock,
} from "../sealing/keyring.ts";
import { type Memory, openMemory } from "../sealing/memory.ts";
import { secretOfPasskey } from "../sealing/passkey-secret.ts";
import type { Opener, Unlocker } from "../sealing/unlocker.ts";
import { type Place, typedIn } from "./place.ts";

export type Unlocked = {
	readonly own: OpenIdentity;
	/** Only where the keys were opened just now. */
	readonly accountKey: Bytes | undefined;
};

export type Holder = { readonly keyring: Keyring; readonly memory: Memory };

/** The person's keys and this browser's memory of them, or undefined where the browser offers no cryptography. */
export async function findHolder(place: Place): Promise<Holder | undefined> {
	if (!globalThis.isSecureContext || globalThis.crypto?.subtle === undefined)
		return undefined;
	const [keyring, memory] = await Promise.all([
		place.load("keyring").then(readOwnKeyring),
		openMemory(place.person),
	]);
	return { keyring, memory };
}

/** Without asking the person anything: keys that are still open, or a key this device keeps. */
export async function openQuietly({
	keyring,
	memory,
}: Holder): Promise<Unlocked | undefined> {
	const own = await stillOpen(keyring, memory, Date.now());
	if (own !== undefined) return { own, accountKey: undefined };
	return (await isShut(memory)) ? undefined : openByDevice({ keyring, memory });
}

/** By the key this device keeps, if it keeps one that still counts. */
export async function openByDevice({
	keyring,
	memory,
}: Holder): Promise<Unlocked | undefined> {
	const kept = await memory.get("device");
	if (!isDeviceKey(kept)) return undefined;
	const unlocker = keyring.unlockers.find(({ id }) => id === kept.unlocker);
	if (unlocker === undefined) return undefined;
	return open({ keyring, memory }, unlocker, { kind: "device", key: kept.key });
}

export async function keepDeviceKey(
	memory: Memory,
	unlocker: string,
	key: CryptoKey,
): Promise<void> {
	await memory.set("device", { unlocker, key } satisfies DeviceKey);
}

/** Wires the panel: calls `opened` once the person has shown one of their ways in. */
export function offerWaysIn(
	place: Place,
	holder: Holder,
	opened: (unlocked: Unlocked) => Promise<void>,
): void {
	const { unlockers } = holder.keyring;
	const passkeys = unlockers.filter(({ kind }) => kind === "passkey");
	for (const way of place.root.querySelectorAll<HTMLElement>("[data-way]"))
		way.hidden = !unlockers.some(({ kind }) => kind === way.dataset["way"]);
	place.on("open-by-device", async () => {
		const unlocked = await openByDevice(holder);
		if (unlocked === undefined) throw new Refused("no-device");
		await opened(unlocked);
	});
	place.on("open-by-passkey", async () => {
		const { credential, secret } = await secretOfPasskey(
			passkeys.flatMap(({ salt, credential }) =>
				credential === undefined ? [] : [{ salt, credential }],
			),
		);
		const unlocker = passkeys.find((each) => each.credential === credential);
		if (unlocker === undefined) throw new Refused("no-passkey");
		await opened(await open(holder, unlocker, { kind: "passkey", secret }));
	});
	for (const kind of ["recovery-code", "passphrase"] as const)
		place.onSubmit(`[data-opens-by="${kind}"]`, async (form) => {
			const unlocked = await openByAny(holder, {
				kind,
				typed: typedIn(form, kind),
			});
			form.reset();
			await opened(unlocked);
		});
}

// There may be several codes: an old one on paper and a new one.
async function openByAny(holder: Holder, opener: Opener): Promise<Unlocked> {
	for (const unlocker of holder.keyring.unlockers.filter(
		({ kind }) => kind === opener.kind,
	))
		try {
			return await open(holder, unlocker, opener);
		} catch (error) {
			if (!(error instanceof Refused) || error.reason !== "wrong-key")
				throw error;
		}
	throw new Refused("wrong-key");
}

async function open(
	{ keyring, memory }: Holder,
	unlocker: Unlocker,
	opener: Opener,
): Promise<Unlocked> {
	const unlocked = await unlock(keyring, unlocker, opener);
	await keepOpen(unlocked.own, keyring, memory, Date.now());
	return unlocked;
}

type DeviceKey = { readonly unlocker: string; readonly key: CryptoKey };

function isDeviceKey(value: unknown): value is DeviceKey {
	return (
		typeof value === "object" &&
		value !== null &&
		"unlocker" in value &&
		"key" in value &&
		value.key instanceof CryptoKey
	);
}
