import { t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";
import { peopleChanged } from "../people/changed.ts";
import type { LeavingReaction } from "../people/leaving.ts";
import { lockProposal, returnProposal } from "./commands/settle.ts";

/** What pairing does when someone leaves: open proposals go back, and the other side is free for the next. */
export function matchingLeaving(origin: string): LeavingReaction {
	return {
		says: () =>
			t(
				"Proposals that wait for an answer go back to their round; the other side is not told why.",
			),
		left: (tx, person) =>
			actingAs(tx, "pairing", async () => {
				const open = await tx
					.selectFrom("proposal")
					.select("id")
					.where((row) =>
						row.or([
							row("mentee_id", "=", person),
							row("mentor_id", "=", person),
						]),
					)
					.where("status", "=", "published")
					.orderBy("id")
					.execute();
				for (const { id } of open) {
					const proposal = await lockProposal(tx, id);
					if (proposal !== undefined)
						await returnProposal(tx, proposal, origin);
				}
				await peopleChanged(tx);
			}),
		returned: peopleChanged,
	};
}
