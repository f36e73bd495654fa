import { z } from "zod";
import { t } from "../../ui/text.ts";
import { bytes, documentForm } from "../keyring/document.ts";

const shortestReason = 10;
const longestReason = 1000;

export const AskForm = documentForm(
	z.object({
		id: z.uuid(),
		relationship: z.uuid(),
		epoch: z.int().min(1).max(10_000),
		key: z.uuid(),
		by: z.uuid(),
		reason: z
			.string()
			.min(shortestReason, {
				error: () => t("Say in a sentence why: both of them read it."),
			})
			.max(longestReason),
		/** Milliseconds since 1970, by the clock of the browser that signed it. */
		saidAt: z.int().min(0).max(8_640_000_000_000),
		signature: bytes(64),
	}),
);

export const PeeledForm = documentForm(z.object({ peeled: bytes(125) }));

export const ReadForm = documentForm(z.object({}));

export type NewAsking = z.output<typeof AskForm>["document"];
