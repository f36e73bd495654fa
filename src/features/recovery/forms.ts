import { z } from "zod";
import { t } from "../../ui/text.ts";
import { bytes, documentForm } from "../keyring/document.ts";

const Address = z
	.string()
	.trim()
	.min(1, { error: () => t("Enter an e-mail address or an employee number.") });

export const CustodiansForm = z.object({
	first: Address,
	second: Address,
	third: Address,
});

export type NamedCustodians = z.output<typeof CustodiansForm>;

export const AcceptanceForm = documentForm(
	z.object({ key: z.uuid(), by: z.uuid(), signature: bytes(64) }),
);

const Consent = z.object({
	epoch: z.int().min(1).max(10_000),
	key: z.uuid(),
	by: z.uuid(),
	signature: bytes(64),
});

export const ConsentForm = documentForm(z.object({ consent: Consent }));

export const TakeBackForm = documentForm(
	z.object({ epoch: Consent.shape.epoch }),
);

/** What comes with a relationship's next key where custodians can open what is written under it. */
export const RecoveryPart = z.object({
	consent: Consent,
	fingerprint: bytes(32),
	epoch: Consent.extend({ keyName: bytes(32) }),
	copies: z
		.array(
			z.object({
				peeler: z.uuid(),
				reader: z.uuid(),
				sealed: bytes(218),
				signature: bytes(64),
			}),
		)
		.length(6),
});

export type NewAcceptance = z.output<typeof AcceptanceForm>["document"];
export type NewConsent = z.output<typeof Consent>;
export type NewRecovery = z.output<typeof RecoveryPart>;
