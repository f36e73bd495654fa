import { LinkButton } from "../../../../ui/button.tsx";
import { Section } from "../../../../ui/section.tsx";
import { formatDate, t } from "../../../../ui/text.ts";
import type { Chemistry } from "../queries.ts";

/** On the page of a round that is being prepared: whether people talk first. */
export function TalksSection({
	talks,
	base,
}: {
	talks: Chemistry | undefined;
	base: string;
}) {
	const isAsked = talks !== undefined && talks.problem === null;
	return (
		<Section title={t("Talks before the pairs")} layout="beside">
			<p>{stateSentence(isAsked ? talks : undefined)}</p>
			<p>
				<LinkButton href={`${base}/talks`}>
					{isAsked ? t("See the talks") : t("Let people talk first")}
				</LinkButton>
			</p>
		</Section>
	);
}

function stateSentence(talks: Chemistry | undefined): string {
	if (talks === undefined)
		return t(
			"People can meet for a short talk first and say in private how it was; the pairs are then made with what they said.",
		);
	return talks.endedAt === null
		? t(
				"People meet and say in private how it was, until {day}. Pairs can be proposed once the talks are over.",
				{ day: formatDate(talks.answerBy) },
			)
		: t("The talks are over. Pairs proposed now weigh what was said.");
}
