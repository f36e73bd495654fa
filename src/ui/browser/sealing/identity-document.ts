import type { Identity } from "./identity.ts";
import { bytesOf, type Fields, textOf } from "./read.ts";

/** The public halves of somebody's keys, as the server sends them. */
export function readIdentity({
	id,
	person,
	signingKey,
	agreementKey,
	proof,
}: Fields): Identity {
	return {
		id: textOf(id),
		person: textOf(person),
		signingKey: bytesOf(signingKey),
		agreementKey: bytesOf(agreementKey),
		proof: bytesOf(proof),
	};
}
