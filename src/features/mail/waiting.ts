import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";
import { troubleOf } from "./queries.ts";

/** That mail to the visitor comes back: nobody else could tell them. */
export async function waitingForMail(
	db: Db,
	{ id }: Visitor,
): Promise<readonly Waiting[]> {
	const trouble = await troubleOf(db, id);
	return trouble === undefined
		? []
		: [
				{
					title: t("Mail to you comes back"),
					detail: t("Nothing more is sent to {address}.", {
						address: trouble.address,
					}),
					href: "/me/mail",
					label: t("See what to do"),
					minutes: 1,
				},
			];
}
