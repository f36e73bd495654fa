import type { OpenAcceptance } from "../../../domain/relationships/agreement.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatList, t } from "../../../ui/text.ts";
import type { PromisingPair } from "../../agreements/queries.ts";
import { topicName } from "../../agreements/words.ts";

export type PromisesProps = {
	readonly pair: PromisingPair;
	readonly visitor: string;
	readonly open: readonly OpenAcceptance[];
	/** Whether the program has published anything to accept. */
	readonly isAsked: boolean;
};

/** What is still to be accepted, and by whom. */
export function Promises({ pair, visitor, open, isAsked }: PromisesProps) {
	if (!isAsked) return null;
	const isRunning = pair.endedAt === null;
	const isOwn = open.some(({ person }) => person === visitor);
	return (
		<Section title={t("What you promise each other")}>
			{isRunning && open.length > 0 ? (
				<>
					<p>
						{t(
							"Before your next session everyone accepts these texts, each for themself.",
						)}
					</p>
					<ul class="acceptances">
						{pair.members.map((person) => (
							<li key={person}>
								<Standing
									name={person === visitor ? t("You") : calledIn(pair, person)}
									topics={open.filter((each) => each.person === person)}
								/>
							</li>
						))}
					</ul>
				</>
			) : (
				isRunning && <Status kind="done">{t("Accepted by all of you")}</Status>
			)}
			<LinkButton
				weight={isRunning && isOwn ? "primary" : "secondary"}
				href={`/relationships/${pair.id}/agreements`}
			>
				{isRunning && isOwn ? t("Read and accept") : t("Read it")}
			</LinkButton>
		</Section>
	);
}

function Standing({
	name,
	topics,
}: {
	name: string;
	topics: readonly OpenAcceptance[];
}) {
	return topics.length === 0 ? (
		<Status kind="done">{t("{name}: accepted", { name })}</Status>
	) : (
		<Status kind="waiting">
			{t("{name}: still to accept {topics}", {
				name,
				topics: formatList(topics.map(({ topic }) => topicName(topic))),
			})}
		</Status>
	);
}

/** In a circle by their whole name: two may share a first. */
function calledIn({ names, members }: PromisingPair, person: string): string {
	const name = names.get(person);
	return (members.length > 4 ? name?.whole : name?.first) ?? "";
}
