// What the server sends of the recovery key, read in one place.
import { readIdentity } from "./identity-document.ts";
import {
	bytesOf,
	countOf,
	type Fields,
	fieldsOf,
	listOf,
	textOf,
} from "./read.ts";
import {
	type Consent,
	noRecovery,
	type RecoveryEpoch,
	type ShownRecovery,
} from "./recovery-epoch.ts";
import type { RecoveryCopy } from "./recovery-copy.ts";
import type { ShownRecoveryKey } from "./recovery-key.ts";

/** Where the server says nothing of it there is none: keys that say otherwise are refused. */
export function readRecovery(value: unknown): ShownRecovery {
	if (value === undefined) return noRecovery;
	const { keys, current, epochs, consents } = fieldsOf(value);
	return {
		keys: listOf(keys, readRecoveryKey),
		current: current === null ? undefined : textOf(current),
		epochs: listOf(epochs, readEpoch),
		consents: listOf(consents, readConsent),
	};
}

export function readRecoveryKey({ id, custodians }: Fields): ShownRecoveryKey {
	return {
		id: textOf(id),
		custodians: listOf(custodians, ({ identity, signature }) => ({
			identity: readIdentity(fieldsOf(identity)),
			signature: signature === null ? undefined : bytesOf(signature),
		})),
	};
}

export function readEpoch(fields: Fields): RecoveryEpoch {
	return { ...readConsent(fields), keyName: bytesOf(fields["keyName"]) };
}

export function readCopy({
	peeler,
	reader,
	sealed,
	signature,
}: Fields): RecoveryCopy {
	return {
		peeler: textOf(peeler),
		reader: textOf(reader),
		sealed: bytesOf(sealed),
		signature: bytesOf(signature),
	};
}

function readConsent({ epoch, key, by, signature }: Fields): Consent {
	return {
		epoch: countOf(epoch),
		key: textOf(key),
		by: textOf(by),
		signature: bytesOf(signature),
	};
}
