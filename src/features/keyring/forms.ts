import { z } from "zod";
import {
	fewestUnlockers,
	passphraseRounds,
	saltBytes,
} from "../../domain/sealing/floors.ts";
import { bytes, documentForm } from "./document.ts";

const Identity = z.object({
	id: z.uuid(),
	person: z.uuid(),
	signingKey: bytes(65),
	agreementKey: bytes(65),
	proof: bytes(64),
});

const Unlocker = z
	.object({
		id: z.uuid(),
		identity: z.uuid(),
		person: z.uuid(),
		kind: z.enum(["passkey", "recovery-code", "passphrase", "device"]),
		label: z.string().trim().max(100).default(""),
		salt: bytes(saltBytes),
		rounds: z
			.int()
			.min(0)
			.max(100 * passphraseRounds),
		wrapped: bytes(60),
		credential: z
			.string()
			.regex(/^[\w-]+$/)
			.max(1400)
			.nullable()
			.default(null),
	})
	.refine(
		({ kind, rounds }) => kind !== "passphrase" || rounds >= passphraseRounds,
	)
	.refine(
		({ kind, credential }) => (kind === "passkey") === (credential !== null),
	);

export const IdentityForm = documentForm(
	z
		.object({
			identity: Identity,
			sealedKeys: bytes(200, 1000),
			unlockers: z.array(Unlocker).min(fewestUnlockers).max(10),
		})
		.refine(({ unlockers }) =>
			unlockers.some(({ kind }) => kind === "recovery-code"),
		)
		.refine(({ identity, unlockers }) =>
			unlockers.every(
				(each) =>
					each.identity === identity.id && each.person === identity.person,
			),
		),
);

export const UnlockerForm = documentForm(Unlocker);

export const UnlockerChoice = z.object({ unlocker: z.uuid() });

export const ComparisonForm = documentForm(
	z.object({
		by: z.uuid(),
		of: z.uuid(),
		assurance: z.enum(["seen", "compared"]),
		signature: bytes(64),
	}),
);

export type NewIdentity = z.output<typeof IdentityForm>["document"];
export type NewUnlocker = z.output<typeof Unlocker>;
export type NewComparison = z.output<typeof ComparisonForm>["document"];
