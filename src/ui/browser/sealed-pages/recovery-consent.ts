// Whether custodians can open what two people write from now on: both agree, each in their own browser, to a key that has not begun; whoever agrees
// last begins it. What was written before stays closed to them.
import { Refused } from "../sealing/bytes.ts";
import { beginRecovery, consentTo } from "../sealing/recovery-epoch.ts";
import { makeCopies } from "../sealing/recovery-copy.ts";
import { type RecoveryKey, refuseOtherWords } from "../sealing/recovery-key.ts";
import { nextEpoch, nextKey } from "../sealing/space.ts";
import {
	type Book,
	type Desk,
	keepMet,
	readersIn,
	takeNextKey,
} from "./book.ts";

/** How it stands between the members, as this browser could check it. */
export type ConsentStanding = {
	/** Who can open what is written now. */
	readonly now: RecoveryKey | undefined;
	/** Who can open what was written under an earlier key. */
	readonly earlier: readonly RecoveryKey[];
	/** What can be agreed to. */
	readonly offered: RecoveryKey | undefined;
	readonly hasAgreed: boolean;
	readonly haveOthersAgreed: boolean;
};

export function consentStanding(
	{ space }: Book,
	{ own }: Pick<Desk, "own">,
): ConsentStanding {
	if (space === undefined)
		return {
			now: undefined,
			earlier: [],
			offered: undefined,
			hasAgreed: false,
			haveOthersAgreed: false,
		};
	const { keys, recovery, members } = space;
	const newest = keys.at(-1)?.epoch ?? 0;
	const agreed = recovery.agreed(nextEpoch(keys));
	return {
		now: recovery.covered.get(newest),
		earlier: [...recovery.covered]
			.filter(([epoch]) => epoch !== newest)
			.map(([, key]) => key),
		offered: keys.length === 0 ? undefined : recovery.current,
		hasAgreed: agreed.has(own.known.person),
		haveOthersAgreed: members
			.filter(({ person }) => person !== own.known.person)
			.every(({ person }) => agreed.has(person)),
	};
}

/** Agrees, with the six words a custodian gave; begins the next key where everybody else has agreed already. */
export async function agreeToRecovery(
	desk: Desk,
	book: Book,
	typed: string,
): Promise<void> {
	const { space, document } = book;
	const { offered, haveOthersAgreed } = consentStanding(book, desk);
	if (space === undefined || document === undefined || offered === undefined)
		throw new Refused("forged-recovery");
	await refuseOtherWords(offered, typed);
	const place = {
		space: document.space,
		id: document.id,
		epoch: nextEpoch(space.keys),
	};
	const consent = await consentTo(place, offered, desk.own);
	if (!haveOthersAgreed) {
		await desk.place.send("recovery-consents", { consent });
		return;
	}
	const readers = readersIn(book, desk);
	if (readers.length !== space.members.length - 1)
		throw new Refused("changed-identity");
	const { key, grants } = await nextKey(document, {
		keys: space.keys,
		readers,
		own: desk.own,
		recovery: offered,
	});
	await desk.place.send("keys", {
		...place,
		keyName: key.name,
		grants,
		recovery: {
			consent,
			fingerprint: offered.fingerprint,
			epoch: await beginRecovery(key, offered, desk.own),
			copies: await makeCopies(key, offered, desk.own),
		},
	});
	for (const reader of readers) await keepMet(desk, reader);
}

/** Takes one's word back, while the key has not begun. */
export async function takeConsentBack(desk: Desk, book: Book): Promise<void> {
	if (book.space === undefined) return;
	await desk.place.send("recovery-take-back", {
		epoch: nextEpoch(book.space.keys),
	});
}

/** The next key without custodians: what is written from now on they cannot open. */
export function stopRecovery(desk: Desk, book: Book): Promise<void> {
	return takeNextKey(desk, book, readersIn(book, desk));
}
