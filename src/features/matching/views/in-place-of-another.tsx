import { t } from "../../../ui/text.ts";
import type { Proposal } from "../queries/proposal.ts";

/** What a proposal means for a mentee who has somebody; nothing where it takes nobody's place. */
export function InPlaceOfAnother({ proposal }: { proposal: Proposal }) {
	const { own, replaces, asked, partner } = proposal;
	if (replaces === null) return null;
	const name = partner.firstName;
	return (
		<p>
			{own === "mentee"
				? t(
						"With two yeses this takes the place of the pair you have now, which ends without fault the same moment. Otherwise everything stays as it is.",
					)
				: asked === "mentor"
					? t(
							"{name} has a mentor now and is asked only once you have said yes. If you do not, nobody learns of it.",
							{ name },
						)
					: t(
							"{name} has a mentor now, and is asked. With a second yes you begin; otherwise everything stays as it is.",
							{ name },
						)}
		</p>
	);
}
