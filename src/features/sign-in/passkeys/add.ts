import {
	type PublicKeyCredentialCreationOptionsJSON,
	verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { z } from "zod";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { type Visit, visitorOf } from "../../../platform/http/visit.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { challengeIn, type NewPasskeyAnswer } from "./answer.ts";
import { newChallenge, takeChallenge } from "./challenge.ts";
import { credentialsOf } from "./queries.ts";
import { type RelyingParty, relyingPartyOf } from "./relying-party.ts";

/** EdDSA, ES256, RS256: what every device can make one of. */
const algorithms = [-8, -7, -257];

/** What the browser needs to make a passkey: for this host, with the person's PIN, finger or face, and findable without a name. */
export async function optionsToAdd(
	visit: Visit,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
	const { id, name } = visitorOf(visit);
	const party = partyOf(visit);
	const known = await credentialsOf(visit.db, id);
	return {
		rp: { id: party.id, name: party.name },
		user: {
			id: Buffer.from(id).toString("base64url"),
			name: await addressOf(visit.db, id),
			displayName: name,
		},
		challenge: await newChallenge(visit, "add", id),
		pubKeyCredParams: algorithms.map((alg) => ({ alg, type: "public-key" })),
		timeout: 300_000,
		attestation: "none",
		authenticatorSelection: {
			residentKey: "required",
			requireResidentKey: true,
			userVerification: "required",
		},
		excludeCredentials: known.map(({ id, transports }) => ({
			id,
			transports,
			type: "public-key",
		})),
		extensions: { credProps: true },
	};
}

export type NewPasskey = {
	readonly name: string;
	readonly answer: z.infer<typeof NewPasskeyAnswer>;
};

/** Adds what a device has made, if it answers our question, on our page, with its owner verified. */
export async function addPasskey(
	visit: Visit & { readonly tx: Tx },
	{ name, answer }: NewPasskey,
): Promise<void> {
	const { id } = visitorOf(visit);
	const made = await verified(visit, answer);
	const isNew = await visit.tx
		.insertInto("passkey")
		.values({
			person_id: id,
			credential_id: Buffer.from(made.credential.id, "base64url"),
			public_key: Buffer.from(made.credential.publicKey),
			counter: String(made.credential.counter),
			transports: answer.response.transports,
			name,
			is_synced: made.credentialBackedUp,
			has_prf: answer.clientExtensionResults.prf?.enabled ?? null,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning("id")
		.executeTakeFirst();
	if (isNew === undefined) throw notAdded();
	await record(visit.tx, {
		act: "add-passkey",
		about: id,
		subject: { kind: "passkey", id: isNew.id },
	});
}

async function verified(visit: Visit, answer: NewPasskey["answer"]) {
	const { id } = visitorOf(visit);
	const party: RelyingParty = partyOf(visit);
	const challenge = challengeIn(answer.response.clientDataJSON);
	const isAsked =
		challenge !== undefined &&
		(await takeChallenge(visit, challenge, { purpose: "add", person: id }));
	if (!isAsked) throw notAdded();
	const { registrationInfo } = await verifyRegistrationResponse({
		response: {
			id: answer.id,
			rawId: answer.rawId,
			type: answer.type,
			response: {
				clientDataJSON: answer.response.clientDataJSON,
				attestationObject: answer.response.attestationObject,
			},
			clientExtensionResults: {},
		},
		expectedChallenge: challenge,
		expectedOrigin: party.origin,
		expectedRPID: party.id,
		requireUserVerification: true,
		supportedAlgorithmIDs: algorithms,
	}).catch(() => ({ registrationInfo: undefined }));
	if (registrationInfo === undefined) throw notAdded();
	return registrationInfo;
}

function partyOf(visit: Visit): RelyingParty {
	return relyingPartyOf(visit.origin, visit.frame.organisation);
}

async function addressOf(db: Db, person: string): Promise<string> {
	const { email } = await db
		.selectFrom("person")
		.select("email")
		.where("id", "=", person)
		.executeTakeFirstOrThrow();
	return email;
}

function notAdded(): Invalid {
	return new Invalid(
		{},
		t(
			"Your device’s answer could not be used: it came too late, twice, or without checking that it was you. Try once more.",
		),
	);
}
