import { unsignedLink } from "../../platform/links/signed-link.ts";

export const TAKE_OVER = "take-over";

/** Where the peer answers without signing in, as it stands in a letter that is kept; it ends a day after the last day to answer. */
export function takeOverLink(
	origin: string,
	{ id, by }: { readonly id: string; readonly by: string },
): string {
	return unsignedLink(origin, "/take-over", {
		purpose: TAKE_OVER,
		subject: id,
		expires: new Date(Date.parse(`${by}T00:00:00Z`) + 2 * 86_400_000),
	});
}
