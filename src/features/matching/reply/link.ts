import { unsignedLink } from "../../../platform/links/signed-link.ts";

/** What can be answered from the mail: a proposal, or whether there is room for one more. */
export type Replying = "proposal" | "place-request";

/** Where a request is answered without signing in, as it stands in a letter that is kept; it ends a day after the last day to answer. */
export function replyLink(
	origin: string,
	{
		about,
		id,
		by,
	}: {
		readonly about: Replying;
		readonly id: string;
		/** YYYY-MM-DD */
		readonly by: string;
	},
): string {
	const expires = new Date(Date.parse(`${by}T00:00:00Z`) + 2 * 86_400_000);
	return unsignedLink(origin, "/reply", {
		purpose: `reply-${about}`,
		subject: id,
		expires,
	});
}
