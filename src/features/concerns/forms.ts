import { z } from "zod";
import { bytes, documentForm } from "../keyring/document.ts";

const Place = {
	space: z.literal("concern"),
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

const Key = z.object({
	...Place,
	keyName: bytes(32),
	grants: z.array(Grant).min(1).max(50),
});

const Text = z.object({
	space: z.literal("concern"),
	spaceId: z.uuid(),
	epoch: Place.epoch,
	text: z.uuid(),
	version: z.literal(1),
	writer: z.uuid(),
	isDeleted: z.literal(false),
	sealed: bytes(284, 65_564),
	signature: bytes(64),
});

/** A concern as it leaves the browser: its key, for its author and the ombudsperson, and the first text. */
export const RaiseForm = documentForm(
	z.object({ ombudsperson: z.uuid(), key: Key, text: Text }),
);

export const TextForm = documentForm(Text);

export const GrantsForm = documentForm(
	z.object({ grants: z.array(Grant).min(1).max(100) }),
);

/** To somebody else: all earlier keys for them, and a new one that who had it before does not hold. */
export const HandOverForm = documentForm(
	z.object({
		to: z.uuid(),
		grants: z.array(Grant).min(1).max(100),
		key: Key,
	}),
);

export const StepForm = z.object({
	step: z.enum(["take-up", "propose-closing", "go-on", "close"]),
});

export const PassOnForm = z.object({
	why: z.enum(["declared-conflict", "asked-to-hand-over"]),
});

export type NewGrant = z.output<typeof Grant>;
export type NewKey = z.output<typeof Key>;
export type NewText = z.output<typeof Text>;
export type NewConcern = z.output<typeof RaiseForm>["document"];
export type HandOver = z.output<typeof HandOverForm>["document"];
