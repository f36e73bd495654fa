import { z } from "zod";
import { bytes, documentForm } from "../keyring/document.ts";
import { RecoveryPart } from "../recovery/forms.ts";

const Place = {
	space: z.literal("relationship"),
	id: z.uuid(),
	epoch: z.int().min(1).max(10_000),
};

const Grant = z.object({
	...Place,
	to: z.uuid(),
	by: z.uuid(),
	ephemeral: bytes(65),
	wrapped: bytes(60),
	keyName: bytes(32),
	signature: bytes(64),
});

export const KeyForm = documentForm(
	z.object({
		...Place,
		keyName: bytes(32),
		grants: z.array(Grant).min(1).max(50),
		recovery: RecoveryPart.optional(),
	}),
);

export const GrantsForm = documentForm(
	z.object({ grants: z.array(Grant).min(1).max(500) }),
);

const Text = {
	spaceId: z.uuid(),
	text: z.uuid(),
	version: z.int().min(1),
	writer: z.uuid(),
	isDeleted: z.boolean(),
	sealed: bytes(284, 65_564),
	signature: bytes(64),
};

export const OwnNoteForm = documentForm(
	z.object({ ...Text, space: z.literal("alone"), epoch: z.literal(0) }),
);

export const SharedNoteForm = documentForm(
	z.object({ ...Text, space: z.literal("relationship"), epoch: Place.epoch }),
);

export type NewGrant = z.output<typeof Grant>;
export type NewKey = z.output<typeof KeyForm>["document"];
export type NewNote =
	| z.output<typeof OwnNoteForm>["document"]
	| z.output<typeof SharedNoteForm>["document"];
