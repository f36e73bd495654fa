// The page of one's own keys: makes them, adds ways in, shows the six words. Everything secret is made here and leaves only wrapped.
import { saltBytes } from "../../domain/sealing/floors.ts";
import {
	recoveryBytes,
	writeRecoveryCode,
} from "../../domain/sealing/recovery-code.ts";
import { fill } from "./sealed-pages/assurance.ts";
import { findPlace, type Place, typedIn } from "./sealed-pages/place.ts";
import {
	findHolder,
	type Holder,
	keepDeviceKey,
	offerWaysIn,
	openByDevice,
	openQuietly,
	type Unlocked,
} from "./sealed-pages/unlocking.ts";
import { type Bytes, randomBytes, Refused } from "./sealing/bytes.ts";
import { wordsOf } from "./sealing/comparison.ts";
import { makeIdentity, openIdentity } from "./sealing/identity.ts";
import { close, keepOpen } from "./sealing/keyring.ts";
import { secretOfAnyPasskey } from "./sealing/passkey-secret.ts";
import {
	makeUnlocker,
	newDeviceKey,
	newPassphrase,
	type Opener,
} from "./sealing/unlocker.ts";

/** A way in that is about to be made. */
type NewWay = {
	readonly opener: Opener;
	readonly salt?: Bytes;
	readonly credential?: string;
};

const place = findPlace();
if (place !== undefined) void start(place);

async function start(place: Place): Promise<void> {
	place.state("opening");
	const holder = await findHolder(place);
	if (holder === undefined) return place.state("unsupported");
	const desk = deskOf(place, holder);
	wire(place, holder, desk);
	if (holder.keyring.identity === undefined) return place.state("none");
	const unlocked = await openQuietly(holder).catch(refusedTo(place));
	offerWaysIn(place, holder, desk.opened);
	await (unlocked === undefined
		? place.state("locked")
		: desk.opened(unlocked));
}

/** What happens between the steps: the code that was shown, what the account key will be needed for. */
function deskOf(place: Place, holder: Holder) {
	let code: string | undefined;
	let passphrase: string | undefined;
	let accountKey: Bytes | undefined;
	let isAdding = false;
	const opened = async (unlocked: Unlocked) => {
		accountKey = unlocked.accountKey;
		if (isAdding && accountKey !== undefined) return chooseWay(place, true);
		place.state("open");
		await fill(place, "[data-own-words]", wordsOf(unlocked.own.known));
	};
	const showCode = () => {
		code = writeRecoveryCode(randomBytes(recoveryBytes));
		place.find("[data-code]", HTMLOutputElement).value = code;
		place.state("code");
	};
	const make = async (way: NewWay) => {
		if (isAdding && accountKey !== undefined)
			await addWay(place, holder, way, accountKey);
		else if (code !== undefined)
			await makeKeys(place, holder, [
				{ opener: { kind: "recovery-code", typed: code } },
				way,
			]);
		location.reload();
	};
	return {
		opened,
		showCode,
		make,
		codeKept: async (lastGroup: string) => {
			if (code === undefined || !isSameGroup(lastGroup, code))
				throw new Refused("wrong-key");
			if (isAdding)
				return make({ opener: { kind: "recovery-code", typed: code } });
			chooseWay(place, false);
		},
		showPassphrase: () => {
			passphrase = newPassphrase();
			place.find("[data-passphrase]", HTMLOutputElement).value = passphrase;
			place.find('[data-submits="words-kept"]', HTMLFormElement).hidden = false;
		},
		wordsKept: async (again: string) => {
			if (
				passphrase === undefined ||
				again.trim().toLowerCase().split(/\s+/).join(" ") !== passphrase
			)
				throw new Refused("wrong-key");
			await make({ opener: { kind: "passphrase", typed: passphrase } });
		},
		startAdding: async () => {
			isAdding = true;
			const unlocked = await openByDevice(holder);
			if (unlocked === undefined) place.state("locked");
			else await opened(unlocked);
		},
	};
}

function wire(
	place: Place,
	{ memory }: Holder,
	desk: ReturnType<typeof deskOf>,
): void {
	place.on("make", desk.showCode);
	place.on("start-over", () => place.state("starting-over"));
	place.on("add-code", desk.showCode);
	place.on("print", () => window.print());
	place.on("copy", () =>
		navigator.clipboard.writeText(
			place.find("[data-code]", HTMLOutputElement).value,
		),
	);
	place.onSubmit('[data-submits="code-kept"]', (form) =>
		desk.codeKept(typedIn(form, "last-group")),
	);
	place.on("add-words", desk.showPassphrase);
	place.onSubmit('[data-submits="words-kept"]', (form) =>
		desk.wordsKept(typedIn(form, "words-again")),
	);
	place.on("add-device", async () => {
		const key = await newDeviceKey();
		await desk.make({ opener: { kind: "device", key } });
	});
	place.on("add-passkey", async () => {
		const salt = randomBytes(saltBytes);
		const { credential, secret } = await secretOfAnyPasskey(salt);
		await desk.make({ opener: { kind: "passkey", secret }, salt, credential });
	});
	place.on("add-way", desk.startAdding);
	place.on("close", async () => {
		await close(memory);
		location.reload();
	});
}

async function makeKeys(
	place: Place,
	{ keyring, memory }: Holder,
	ways: readonly NewWay[],
): Promise<void> {
	const { identity, sealedKeys, accountKey } = await makeIdentity(
		crypto.randomUUID(),
		place.person,
	);
	const unlockers = await Promise.all(
		ways.map((way) => wrap(way, identity, accountKey)),
	);
	await place.send("identity", { identity, sealedKeys, unlockers });
	await rememberDevice(memory, ways, unlockers);
	await keepOpen(
		await openIdentity(identity, sealedKeys, accountKey),
		keyring,
		memory,
		Date.now(),
	);
}

async function addWay(
	place: Place,
	{ keyring, memory }: Holder,
	way: NewWay,
	accountKey: Bytes,
): Promise<void> {
	if (keyring.identity === undefined) throw new Refused("forged-identity");
	const unlocker = await wrap(way, keyring.identity, accountKey);
	await place.send("unlockers", unlocker);
	await rememberDevice(memory, [way], [unlocker]);
}

async function wrap(
	{ opener, salt, credential }: NewWay,
	{ id, person }: { readonly id: string; readonly person: string },
	accountKey: Bytes,
) {
	const terms = {
		id: crypto.randomUUID(),
		identity: id,
		person,
		...(salt && { salt }),
	};
	return {
		...(await makeUnlocker(terms, opener, accountKey)),
		credential: credential ?? null,
	};
}

async function rememberDevice(
	memory: Holder["memory"],
	ways: readonly NewWay[],
	unlockers: readonly { readonly id: string }[],
): Promise<void> {
	for (const [index, { opener }] of ways.entries())
		if (opener.kind === "device")
			await keepDeviceKey(memory, unlockers[index]?.id ?? "", opener.key);
}

function chooseWay(place: Place, isAdding: boolean): void {
	place.find('[data-way-to-make="recovery-code"]', HTMLElement).hidden =
		!isAdding;
	place.state("second");
}

function isSameGroup(typed: string, code: string): boolean {
	const plain = (text: string) =>
		text
			.toUpperCase()
			.replace(/[\s-]/g, "")
			.replace(/O/g, "0")
			.replace(/[IL]/g, "1");
	return plain(typed) === plain(code.slice(-4));
}

function refusedTo(place: Place) {
	return (error: unknown): undefined => {
		if (!(error instanceof Refused)) throw error;
		place.say(error.reason);
	};
}
