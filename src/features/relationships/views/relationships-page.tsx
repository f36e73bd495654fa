import { LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { PersonLine } from "../../../ui/person-line.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { mentorKindName } from "../../matching/mentor-kinds.ts";
import type { OwnRelationship } from "../queries.ts";

export function RelationshipsPage({
	frame,
	relationships,
	runsPrograms,
}: {
	frame: Frame;
	relationships: readonly OwnRelationship[];
	runsPrograms: boolean;
}) {
	const running = relationships.filter(({ endedAt }) => endedAt === null);
	const ended = relationships.filter(({ endedAt }) => endedAt !== null);
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Whom you learn with")}
			action={
				runsPrograms ? (
					<>
						<LinkButton href="/relationships/running">
							{t("All running relationships")}
						</LinkButton>
						<LinkButton weight="quiet" href="/relationships/reasons">
							{t("Why relationships ended")}
						</LinkButton>
					</>
				) : undefined
			}
		>
			{running.length === 0 ? (
				<EmptyState
					title={t("Nobody yet")}
					action={
						<LinkButton href="/programs">{t("See the programs")}</LinkButton>
					}
				>
					{t(
						"When you and somebody proposed to you have both said yes, you find each other here. Taking part in a program is how it starts.",
					)}
				</EmptyState>
			) : (
				<div class="people">
					{running.map((one) => (
						<RelationshipLine key={one.id} relationship={one} />
					))}
				</div>
			)}
			{ended.length > 0 && (
				<Section title={t("Before")}>
					{ended.map((one) => (
						<RelationshipLine key={one.id} relationship={one} />
					))}
				</Section>
			)}
		</Page>
	);
}

function RelationshipLine({ relationship }: { relationship: OwnRelationship }) {
	const {
		id,
		kind,
		name,
		title,
		side,
		beganAt,
		endedAt,
		programName,
		mentorKind,
	} = relationship;
	return (
		<PersonLine
			name={name}
			href={`/relationships/${id}`}
			title={
				side === "mentee"
					? t("your mentor in {program}", { program: programName })
					: side === "mentor"
						? t("your mentee in {program}", { program: programName })
						: programName
			}
			place={kind === "circle" ? t("circle") : (title ?? undefined)}
		>
			{mentorKind !== null && (
				<span class="mentor-kind">{mentorKindName(mentorKind)}</span>
			)}{" "}
			<small>
				{endedAt === null
					? t("since {day}", { day: formatDate(beganAt) })
					: t("{from} to {to}", {
							from: formatDate(beganAt),
							to: formatDate(endedAt),
						})}
			</small>
		</PersonLine>
	);
}
