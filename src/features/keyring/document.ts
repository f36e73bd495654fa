import { z } from "zod";
import { t } from "../../ui/text.ts";

const unreadable = () =>
	t(
		"What your browser sent could not be read. Open the page again and try once more.",
	);

/** Bytes as a browser sends them: base64url. */
export function bytes(least: number, most = least) {
	return z
		.string({ error: unreadable })
		.regex(/^[\w-]*$/, { error: unreadable })
		.transform((text) => Buffer.from(text, "base64url"))
		.refine(({ length }) => length >= least && length <= most, {
			error: unreadable,
		});
}

/** A form whose one field holds JSON that an island wrote. */
export function documentForm<Content extends z.ZodType>(content: Content) {
	return z.object({
		document: z
			.string({ error: unreadable })
			.transform((text, context): unknown => {
				try {
					return JSON.parse(text);
				} catch {
					context.addIssue({ code: "custom", message: unreadable() });
					return z.NEVER;
				}
			})
			.pipe(content),
	});
}
