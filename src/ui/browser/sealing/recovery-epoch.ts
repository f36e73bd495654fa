// Which epochs of a relationship's key custodians can open. Every member signs their consent to one epoch that has not begun; whoever agrees last begins
// it and signs that custodians can open it. A member's browser believes no such epoch that it cannot check, and none that is hidden from it: the
// grants of its key say so themselves.
import { statementBytes } from "../../../domain/sealing/statement.ts";
import { type Bytes, isSame, Refused, type RefusalReason } from "./bytes.ts";
import { isSignedBy, sign } from "./cipher.ts";
import type { Place, SpaceKey } from "./grant.ts";
import type { KnownIdentity, OpenIdentity } from "./identity.ts";
import {
	knownRecoveryKey,
	type RecoveryKey,
	type ShownRecoveryKey,
} from "./recovery-key.ts";
import type { Member } from "./trust.ts";

export type Consent = {
	readonly epoch: number;
	/** The recovery key. */
	readonly key: string;
	/** The identity of the member. */
	readonly by: string;
	readonly signature: Bytes;
};

/** That custodians can open an epoch. */
export type RecoveryEpoch = Consent & { readonly keyName: Bytes };

/** What the server shows of the recovery key on a relationship's page. */
export type ShownRecovery = {
	/** Those that are or were in use here; the one to agree to is `current`. */
	readonly keys: readonly ShownRecoveryKey[];
	readonly current: string | undefined;
	readonly epochs: readonly RecoveryEpoch[];
	readonly consents: readonly Consent[];
};

/** What of it holds. */
export type Recovery = {
	readonly current: RecoveryKey | undefined;
	/** By epoch: who can open it. */
	readonly covered: ReadonlyMap<number, RecoveryKey>;
	/** By epoch: the members who have agreed to the current key, for epochs that have not begun. */
	readonly agreed: (epoch: number) => ReadonlySet<string>;
	readonly refused: readonly RefusalReason[];
};

export const noRecovery: ShownRecovery = {
	keys: [],
	current: undefined,
	epochs: [],
	consents: [],
};

export async function consentTo(
	place: Place,
	key: RecoveryKey,
	own: OpenIdentity,
): Promise<Consent> {
	return {
		epoch: place.epoch,
		key: key.id,
		by: own.known.id,
		signature: await sign(own.signing, consentStatement(place, key, own.known)),
	};
}

export async function beginRecovery(
	{ name, ...place }: SpaceKey,
	key: RecoveryKey,
	own: OpenIdentity,
): Promise<RecoveryEpoch> {
	return {
		epoch: place.epoch,
		key: key.id,
		by: own.known.id,
		keyName: name,
		signature: await sign(
			own.signing,
			epochStatement(place, name, { key, by: own.known }),
		),
	};
}

/** Whether a member of these signed that custodians of this key can open this epoch. */
export async function isBegunBy(
	epoch: RecoveryEpoch,
	place: Place,
	{ key, by }: { readonly key: RecoveryKey; readonly by: KnownIdentity },
): Promise<boolean> {
	return (
		epoch.by === by.id &&
		epoch.key === key.id &&
		epoch.epoch === place.epoch &&
		(await isSignedBy(
			by.verifying,
			epoch.signature,
			epochStatement(place, epoch.keyName, { key, by }),
		))
	);
}

/** Checks all that the server shows. What does not hold is refused and counts for nothing. */
export async function checkRecovery(
	shown: ShownRecovery,
	{ space, id }: Pick<Place, "space" | "id">,
	members: readonly Member[],
): Promise<Recovery> {
	const keys = new Map<string, RecoveryKey>();
	const refused: RefusalReason[] = [];
	for (const each of shown.keys)
		try {
			keys.set(each.id, await knownRecoveryKey(each));
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			refused.push("forged-recovery");
		}
	const consents: { readonly given: Consent; readonly person: string }[] = [];
	for (const given of shown.consents) {
		const person = await consenting(given, {
			place: { space, id, epoch: given.epoch },
			key: keys.get(given.key),
			members,
		});
		if (person === undefined) refused.push("forged-recovery");
		else consents.push({ given, person });
	}
	const agreedTo = (epoch: number, key: string | undefined) =>
		new Set(
			consents
				.filter(({ given }) => given.epoch === epoch && given.key === key)
				.map(({ person }) => person),
		);
	const covered = new Map<number, RecoveryKey>();
	for (const epoch of shown.epochs) {
		const key = keys.get(epoch.key);
		const agreed = agreedTo(epoch.epoch, epoch.key);
		const holds =
			key !== undefined &&
			key.isAccepted &&
			members.every(({ person }) => agreed.has(person)) &&
			(await isBegunByMember(epoch, { space, id }, { key, members }));
		if (holds) covered.set(epoch.epoch, key);
		else refused.push("forged-recovery");
	}
	const current = keys.get(shown.current ?? "");
	return {
		current: current?.isAccepted ? current : undefined,
		covered,
		agreed: (epoch) => agreedTo(epoch, current?.id),
		refused,
	};
}

/** Refused where what a key says of itself is not what the server says of its epoch: an epoch cannot be opened by custodians in secret, nor the other way round. */
export function refuseHidden(
	{ epoch, recovery }: SpaceKey,
	{ covered }: Recovery,
): void {
	const shown = covered.get(epoch)?.fingerprint;
	const isSaid =
		recovery === undefined || shown === undefined
			? recovery === shown
			: isSame(recovery, shown);
	if (!isSaid) throw new Refused("forged-recovery");
}

async function consenting(
	given: Consent,
	{
		place,
		key,
		members,
	}: {
		readonly place: Place;
		readonly key: RecoveryKey | undefined;
		readonly members: readonly Member[];
	},
): Promise<string | undefined> {
	const by = members
		.flatMap(({ all }) => all)
		.find(({ identity }) => identity.id === given.by)?.identity;
	if (by === undefined || key === undefined) return undefined;
	const statement = consentStatement(place, key, by);
	return (await isSignedBy(by.verifying, given.signature, statement))
		? by.person
		: undefined;
}

async function isBegunByMember(
	epoch: RecoveryEpoch,
	{ space, id }: Pick<Place, "space" | "id">,
	{
		key,
		members,
	}: { readonly key: RecoveryKey; readonly members: readonly Member[] },
): Promise<boolean> {
	const by = members
		.flatMap(({ all }) => all)
		.find(({ identity }) => identity.id === epoch.by)?.identity;
	return (
		by !== undefined &&
		(await isBegunBy(epoch, { space, id, epoch: epoch.epoch }, { key, by }))
	);
}

function consentStatement(
	{ space, id, epoch }: Place,
	key: RecoveryKey,
	by: KnownIdentity,
): Bytes {
	return statementBytes("consent to recovery", [
		space,
		id,
		epoch,
		key.id,
		key.fingerprint,
		by.person,
		by.fingerprint,
	]);
}

function epochStatement(
	{ space, id, epoch }: Place,
	name: Bytes,
	{ key, by }: { readonly key: RecoveryKey; readonly by: KnownIdentity },
): Bytes {
	return statementBytes("epoch with recovery", [
		space,
		id,
		epoch,
		name,
		key.id,
		key.fingerprint,
		by.person,
		by.fingerprint,
	]);
}
