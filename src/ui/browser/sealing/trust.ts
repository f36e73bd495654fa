// Whose keys are whose. The first keys of a person that this browser meets are taken on trust and remembered, here and in a statement signed by
// oneself; keys that were compared by word are sure. Other keys than the remembered ones are believed in nothing until they are compared.
import { type Assurance, type Comparison, isVouchedFor } from "./comparison.ts";
import type { SpaceDocument } from "./documents.ts";
import { toText } from "./bytes.ts";
import {
	type Identity,
	type KnownIdentity,
	knownIdentity,
	type OpenIdentity,
} from "./identity.ts";
import type { Memory } from "./memory.ts";

/** `changed`: not the keys that were met before. `new`: met for the first time just now. */
export type Standing = Assurance | "new" | "changed";

export type MetIdentity = {
	readonly identity: KnownIdentity;
	readonly standing: Standing;
};

export type Member = {
	readonly person: string;
	/** The keys in use; undefined where the person has none yet. */
	readonly current: MetIdentity | undefined;
	/** All keys they ever had whose proof holds. */
	readonly all: readonly MetIdentity[];
};

/** Meets the members of a space. Remembers nothing: `remember` does, once what they sent has been found in order. */
export async function meetMembers(
	document: SpaceDocument,
	own: OpenIdentity,
	memory: Memory,
): Promise<readonly Member[]> {
	return Promise.all(
		document.members.map(async ({ person, identities, isReady }) => {
			const all = await meetAll(person, identities, { document, own, memory });
			return { person, all, current: isReady ? all[0] : undefined };
		}),
	);
}

/** Those who have left: whose texts are still read, and whose grants still count where one met them before. */
export async function meetFormers(
	document: SpaceDocument,
	own: OpenIdentity,
	memory: Memory,
): Promise<readonly MetIdentity[]> {
	const met = await Promise.all(
		document.formers.map(({ person, identities }) =>
			meetAll(person, identities, { document, own, memory }),
		),
	);
	return met.flat();
}

/** Keys that texts and grants are taken from. */
export function isTrusted({ standing }: MetIdentity): boolean {
	return standing !== "changed";
}

export async function remember(
	{ identity }: MetIdentity,
	memory: Memory,
): Promise<void> {
	await memory.set(pinOf(identity.person), toText(identity.fingerprint));
}

type Meeting = {
	readonly document: SpaceDocument;
	readonly own: OpenIdentity;
	readonly memory: Memory;
};

async function meetAll(
	person: string,
	identities: readonly Identity[],
	{ document, own, memory }: Meeting,
): Promise<readonly MetIdentity[]> {
	if (person === own.known.person) return meetOwn(identities, own);
	const pin = await memory.get(pinOf(person));
	const known = await Promise.all(
		identities.filter((each) => each.person === person).map(knownIdentity),
	);
	const vouched = await Promise.all(
		known.map((identity) => assuranceOf(identity, document.comparisons, own)),
	);
	const isMetBefore =
		pin !== undefined || vouched.some((each) => each !== undefined);
	return known.map((identity, index) => {
		const assurance = vouched[index];
		if (assurance === "compared") return { identity, standing: "compared" };
		if (pin === toText(identity.fingerprint))
			return { identity, standing: "seen" };
		// A signed "seen" stands for this browser's memory where it has none of its own.
		if (pin === undefined && assurance === "seen")
			return { identity, standing: "seen" };
		if (!isMetBefore && index === 0) return { identity, standing: "new" };
		return { identity, standing: "changed" };
	});
}

// One's own keys in use are those that were just opened; earlier ones nobody can vouch for any more.
async function meetOwn(
	identities: readonly Identity[],
	{ known }: OpenIdentity,
): Promise<readonly MetIdentity[]> {
	const earlier = await Promise.all(
		identities
			.filter(({ id, person }) => id !== known.id && person === known.person)
			.map(knownIdentity),
	);
	return [
		{ identity: known, standing: "compared" },
		...earlier.map(
			(identity): MetIdentity => ({ identity, standing: "changed" }),
		),
	];
}

async function assuranceOf(
	identity: KnownIdentity,
	comparisons: readonly Comparison[],
	own: OpenIdentity,
): Promise<Assurance | undefined> {
	const found = await Promise.all(
		comparisons.map(async (comparison) =>
			(await isVouchedFor(comparison, identity, own.known))
				? comparison.assurance
				: undefined,
		),
	);
	if (found.includes("compared")) return "compared";
	return found.includes("seen") ? "seen" : undefined;
}

function pinOf(person: string): string {
	return `keys of ${person}`;
}
