import { actingAs } from "../../platform/database/acting.ts";
import type { Tx } from "../../platform/database/database.ts";
import { t } from "../../ui/text.ts";

/** Whoever leaves can sign in no more, by none of their ways; whoever is back is invited anew. */
export const signInLeaving = {
	says: () =>
		t(
			"They are signed out everywhere at once; their passkeys and their link to single sign-on are removed.",
		),
	left: (tx: Tx, person: string): Promise<void> =>
		actingAs(tx, "sign-in", async () => {
			await tx.deleteFrom("sign_in").where("person_id", "=", person).execute();
			await tx.deleteFrom("passkey").where("person_id", "=", person).execute();
			await tx.deleteFrom("identity").where("person_id", "=", person).execute();
			await tx
				.deleteFrom("sign_in_link")
				.where("person_id", "=", person)
				.where("used_at", "is", null)
				.execute();
		}),
	returned: async (): Promise<void> => {},
};
