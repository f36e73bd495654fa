// When somebody leaves a space, its next text is written under a key they never had. Who gets that key nobody has to be asked: exactly those of the members who were
// shown, by a grant that one can check, to hold the one before. A server that names a holder who is none is believed in nothing; one that hides that somebody left is
// found out by every browser that remembers them.
import type { SpaceDocument } from "./documents.ts";
import { isGranted, type SpaceKey } from "./grant.ts";
import type { OpenIdentity } from "./identity.ts";
import type { Memory } from "./memory.ts";
import { countOf, fieldsOf } from "./read.ts";
import { isTrusted, type Member, type MetIdentity } from "./trust.ts";

export type Renewal = {
	readonly isDue: boolean;
	/** Whom the next key goes to, beside oneself. */
	readonly holders: readonly MetIdentity[];
};

export async function renewalOf(
	document: SpaceDocument,
	newest: SpaceKey | undefined,
	{
		own,
		members,
		granters,
		memory,
	}: {
		readonly own: OpenIdentity;
		readonly members: readonly Member[];
		/** Whose grants count. */
		readonly granters: readonly MetIdentity[];
		readonly memory: Memory;
	},
): Promise<Renewal> {
	if (newest === undefined) return { isDue: false, holders: [] };
	const others = members
		.filter(({ person }) => person !== own.known.person)
		.flatMap(({ current }) => current ?? [])
		.filter(isTrusted);
	const held = await Promise.all(
		others.map(({ identity: to }) =>
			someAsync(document.newest, async (grant) => {
				const from = granters.find(({ identity }) => identity.id === grant.by);
				return (
					grant.to === to.id &&
					from !== undefined &&
					(await isGranted(grant, newest, { from: from.identity, to }))
				);
			}),
		),
	);
	const holders = others.filter((_, at) => held[at] === true);
	const mark = `readers of ${document.space} ${document.id}`;
	const before = readMark(await memory.get(mark));
	const isHere = (person: string) =>
		members.some((member) => member.person === person);
	const isSomebodyGone =
		before.epoch === newest.epoch && !before.people.every(isHere);
	if (!isSomebodyGone)
		await memory.set(mark, {
			epoch: newest.epoch,
			people: holders.map(({ identity }) => identity.person),
		});
	return { isDue: document.isOutworn || isSomebodyGone, holders };
}

function readMark(kept: unknown): {
	readonly epoch: number;
	readonly people: readonly string[];
} {
	if (kept === undefined) return { epoch: 0, people: [] };
	const { epoch, people } = fieldsOf(kept);
	return {
		epoch: countOf(epoch),
		people: Array.isArray(people) ? people.map(String) : [],
	};
}

async function someAsync<T>(
	all: readonly T[],
	holds: (each: T) => Promise<boolean>,
): Promise<boolean> {
	const found = await Promise.all(all.map(holds));
	return found.includes(true);
}
