import {
	generateAuthenticationOptions,
	verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { sql } from "kysely";
import type { z } from "zod";
import { actAs, type Tx } from "../../../platform/database/database.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import type { Visit } from "../../../platform/http/visit.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { challengeIn, type PasskeyAnswer } from "./answer.ts";
import { newChallenge, takeChallenge } from "./challenge.ts";
import { findPasskey } from "./queries.ts";
import { relyingPartyOf } from "./relying-party.ts";

type Answer = z.infer<typeof PasskeyAnswer>;

/** No list of passkeys: the device offers the ones it has, so that the page need not know who is there. */
export async function optionsToSignIn(visit: Visit) {
	const challenge = await newChallenge(visit, "sign-in", null);
	return generateAuthenticationOptions({
		rpID: relyingPartyOf(visit.origin, visit.frame.organisation).id,
		challenge: Uint8Array.from(Buffer.from(challenge, "base64url")),
		userVerification: "required",
	});
}

/** Whose passkey this is. Every wrong answer gets the same refusal, and uses its challenge up. */
export async function recognisePasskey(
	visit: Visit & { readonly tx: Tx },
	answer: Answer,
): Promise<string> {
	const challenge = challengeIn(answer.response.clientDataJSON);
	const isAsked =
		challenge !== undefined &&
		(await takeChallenge(visit, challenge, {
			purpose: "sign-in",
			person: null,
		}));
	if (!isAsked) throw notRecognised();
	await actAs(visit.tx, { kind: "process", process: "sign-in" });
	const passkey = await findPasskey(visit.tx, answer.id);
	if (passkey === undefined) throw notRecognised();
	const signed = await verified(visit, { answer, challenge, passkey });
	if (signed === undefined) {
		await visit.apart("sign-in", (tx) =>
			record(tx, {
				act: "refuse-passkey",
				about: passkey.person_id,
				subject: { kind: "passkey", id: passkey.id },
			}),
		);
		throw notRecognised();
	}
	await visit.tx
		.updateTable("passkey")
		.set({
			counter: String(signed.newCounter),
			is_synced: signed.credentialBackedUp,
			used_at: sql<Date>`now()`,
		})
		.where("id", "=", passkey.id)
		.execute();
	return passkey.person_id;
}

type Found = NonNullable<Awaited<ReturnType<typeof findPasskey>>>;

async function verified(
	visit: Visit,
	{
		answer,
		challenge,
		passkey,
	}: {
		readonly answer: Answer;
		readonly challenge: string;
		readonly passkey: Found;
	},
) {
	const party = relyingPartyOf(visit.origin, visit.frame.organisation);
	const { verified, authenticationInfo } = await verifyAuthenticationResponse({
		response: { ...answer, clientExtensionResults: {} },
		expectedChallenge: challenge,
		expectedOrigin: party.origin,
		expectedRPID: party.id,
		requireUserVerification: true,
		credential: {
			id: answer.id,
			publicKey: Uint8Array.from(passkey.public_key),
			counter: Number(passkey.counter),
		},
	}).catch(() => ({ verified: false, authenticationInfo: undefined }));
	return verified ? authenticationInfo : undefined;
}

function notRecognised(): Invalid {
	return new Invalid(
		{},
		t(
			"This passkey did not let you in: it is not known here any more, or your device answered too late. Try once more, or sign in another way.",
		),
	);
}
