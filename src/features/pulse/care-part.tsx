import { type Visit, visitorOf } from "../../platform/http/visit.ts";
import { Section } from "../../ui/section.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { t } from "../../ui/text.ts";
import { openReferral, readersOfAsking } from "../referrals/queries.ts";
import { FacilitatorSection } from "../referrals/views/facilitator-section.tsx";
import type { Relationship } from "../relationships/queries.ts";

/** On the page of a relationship: who helps from outside, or the way to say how it goes. */
export async function carePart(visit: Visit, relationship: Relationship) {
	const { id, endedAt } = relationship;
	if (endedAt !== null) return <></>;
	const referral = await openReferral(visit.db, id, visitorOf(visit).id);
	if (referral === undefined)
		return (
			<Section
				title={t("How is it going?")}
				lead={t(
					"Say it with one press, for yourself alone, or ask somebody from outside for help.",
				)}
			>
				<LinkButton weight="quiet" href={`/relationships/${id}/pulse`}>
					{t("Say how it is going")}
				</LinkButton>
			</Section>
		);
	return (
		<FacilitatorSection
			referral={referral}
			readers={await readersOfAsking(visit.db, relationship)}
		/>
	);
}
