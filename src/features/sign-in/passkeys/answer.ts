// What browsers send of a passkey, as JSON in one field of a form.
import { z } from "zod";

const encoded = z
	.string()
	.regex(/^[\w-]+$/)
	.max(20_000);

const ClientData = z.object({ challenge: encoded });

export const NewPasskeyAnswer = fromJson(
	z.object({
		id: encoded,
		rawId: encoded,
		type: z.literal("public-key"),
		response: z.object({
			clientDataJSON: encoded,
			attestationObject: encoded,
			transports: z.array(z.string().max(20)).max(10).default([]),
		}),
		clientExtensionResults: z
			.object({
				prf: z.object({ enabled: z.boolean().optional() }).optional(),
			})
			.default({}),
	}),
);

export const PasskeyAnswer = fromJson(
	z.object({
		id: encoded,
		rawId: encoded,
		type: z.literal("public-key"),
		response: z.object({
			clientDataJSON: encoded,
			authenticatorData: encoded,
			signature: encoded,
		}),
	}),
);

/** The challenge that an answer says it answers; undefined where it does not even say that. */
export function challengeIn(clientData: string): string | undefined {
	try {
		const read: unknown = JSON.parse(
			Buffer.from(clientData, "base64url").toString(),
		);
		return ClientData.safeParse(read).data?.challenge;
	} catch {
		return undefined;
	}
}

function fromJson<Output, Input>(shape: z.ZodType<Output, Input>) {
	return z
		.string()
		.transform((text, context) => {
			try {
				const read: unknown = JSON.parse(text);
				return read;
			} catch {
				context.addIssue({ code: "custom" });
				return z.NEVER;
			}
		})
		.pipe(shape as z.ZodType<Output, unknown>);
}
