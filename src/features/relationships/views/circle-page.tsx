import type { VNode } from "preact";
import { LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { PersonLine } from "../../../ui/person-line.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { CircleMember } from "../circles/queries.ts";
import type { Relationship } from "../queries.ts";
import { Promises, type PromisesProps } from "./promises.tsx";

/** A circle, for its members: what it is about, when they meet, who is in it, and the way out. */
export function CirclePage({
	frame,
	relationship,
	theme,
	members,
	visitor,
	meeting,
	promises,
}: {
	frame: Frame;
	relationship: Relationship;
	theme: string | undefined;
	members: readonly CircleMember[];
	visitor: string;
	/** When they meet. */
	meeting: VNode;
	promises: PromisesProps;
}) {
	const { id, name, endedAt, programName, beganAt } = relationship;
	return (
		<Page
			frame={frame}
			width="measure"
			title={name}
			parent={{ label: t("Whom you learn with"), href: "/relationships" }}
			lead={
				endedAt === null
					? (theme ?? programName)
					: t("This circle ended on {day}.", { day: formatDate(endedAt) })
			}
		>
			{meeting}
			<Promises {...promises} />
			<Section
				title={t("Who is in it")}
				lead={t("A circle in {program}, since {day}.", {
					program: programName,
					day: formatDate(beganAt),
				})}
			>
				{members.map((one) => (
					<PersonLine
						key={one.id}
						name={one.name}
						href={`/people/${one.id}`}
						title={one.title ?? undefined}
						place={
							[one.function, one.location].filter(Boolean).join(", ") ||
							undefined
						}
					>
						{roleIn(one, visitor)}
					</PersonLine>
				))}
			</Section>
			<Section title={t("What stays between you")}>
				<p>
					{t(
						"Notes are sealed in your browsers for all of you. No office opens them.",
					)}
				</p>
				<LinkButton href={`/relationships/${id}/notes`}>
					{t("The notes you share")}
				</LinkButton>
			</Section>
			{endedAt === null && (
				<Section title={t("When it is time to leave")}>
					<p>
						{t(
							"You can leave at any time, without giving a reason and without any mark on you. The circle goes on.",
						)}
					</p>
					<LinkButton weight="quiet" href={`/relationships/${id}/end`}>
						{t("Leave the circle")}
					</LinkButton>
				</Section>
			)}
		</Page>
	);
}

function roleIn({ id, side }: CircleMember, visitor: string) {
	if (side === "facilitator")
		return (
			<small>{id === visitor ? t("You facilitate.") : t("facilitates")}</small>
		);
	return id === visitor ? <small>{t("You")}</small> : undefined;
}
