import { ButtonForm, LinkButton } from "../../../../ui/button.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { KeyFigure, KeyFigures } from "../../../../ui/key-figure.tsx";
import { Page } from "../../../../ui/page.tsx";
import { LiveProgress } from "../../../../ui/progress.tsx";
import { Section } from "../../../../ui/section.tsx";
import { Table } from "../../../../ui/table.tsx";
import { formatDate, formatNumber, t } from "../../../../ui/text.ts";
import type { Standing } from "../../../programs/standing.ts";
import { ProgramTabs } from "../../../programs/views/program-tabs.tsx";
import type { Round } from "../../queries/rounds.ts";
import type { answeredPeople, Chemistry, PlannedTalk } from "../queries.ts";

type Props = {
	frame: Frame;
	standing: Standing;
	round: Round;
	chemistry: Chemistry;
	talks: readonly PlannedTalk[];
	people: Awaited<ReturnType<typeof answeredPeople>>;
};

/** Who is asked to meet whom. It looks the same whatever anybody says. */
export function TalksPage(props: Props) {
	const { frame, standing, round, chemistry, talks } = props;
	const base = `/programs/${round.program}/rounds/${round.id}`;
	const isComing = chemistry.proposedAt === null;
	return (
		<Page
			frame={frame}
			title={t("Who talks with whom")}
			lead={isComing ? t("The talks are being proposed.") : leadOf(chemistry)}
			parent={{
				label: t("Round {number}", { number: round.number }),
				href: base,
			}}
			action={
				chemistry.endedAt !== null && (
					<LinkButton weight="primary" href={base}>
						{t("Go on with the pairs")}
					</LinkButton>
				)
			}
			{...(isComing && { refreshSeconds: 3 })}
		>
			<ProgramTabs standing={standing} current="rounds" />
			{isComing ? (
				<LiveProgress
					stream={`${base}/talks/progress`}
					label={t("The talks")}
					text={t("Looking for the talks that are best for all")}
				/>
			) : (
				<>
					<Section title={t("How far they are")}>
						<Figures {...props} />
					</Section>
					<Section title={t("The talks")}>
						<Table
							caption={t("The talks, by mentee")}
							captionUnseen
							rows={byMentee(talks)}
							rowKey={({ id }) => id}
							columns={[
								{
									key: "mentee",
									label: t("Mentee"),
									cell: ({ id, name }) => <a href={`/people/${id}`}>{name}</a>,
								},
								{
									key: "mentors",
									label: t("is asked to meet"),
									cell: ({ mentors }) => (
										<ul class="asked-to-meet">
											{mentors.map(({ id, name }) => (
												<li key={id}>
													<a href={`/people/${id}`}>{name}</a>
												</li>
											))}
										</ul>
									),
								},
							]}
						/>
					</Section>
					{chemistry.endedAt === null && (
						<Section title={t("The end of the talks")} layout="beside">
							<p>
								{t(
									"Pairs are proposed once the talks are over, so that no answer can be read off a change in the pairs. They end by themselves after {day}.",
									{ day: formatDate(chemistry.answerBy) },
								)}
							</p>
							<ButtonForm action={`${base}/talks/end`}>
								{t("End the talks now")}
							</ButtonForm>
						</Section>
					)}
				</>
			)}
		</Page>
	);
}

function leadOf({ answerBy, endedAt }: Chemistry): string {
	return endedAt === null
		? t(
				"Both sides say in private how it was, until {day}. Nobody sees what anyone says; the pairs weigh it.",
				{ day: formatDate(answerBy) },
			)
		: t("The talks are over. Pairs proposed now weigh what was said.");
}

function Figures({ talks, people, chemistry }: Props) {
	return (
		<KeyFigures>
			<KeyFigure
				value={formatNumber(talks.length)}
				label={t("{talks, plural, one {talk} other {talks}}", {
					talks: talks.length,
				})}
				note={t("at most {most} for a mentor", { most: chemistry.mostTalks })}
			/>
			<KeyFigure
				value={formatNumber(people.asked)}
				label={t("{asked, plural, one {person asked} other {people asked}}", {
					asked: people.asked,
				})}
			/>
			{people.answered !== null && (
				<KeyFigure
					value={formatNumber(people.answered)}
					label={t("have said how all their talks were")}
					note={t("their answers are theirs")}
				/>
			)}
		</KeyFigures>
	);
}

function byMentee(talks: readonly PlannedTalk[]) {
	return [...Map.groupBy(talks, ({ menteeId }) => menteeId)].map(
		([id, own]) => ({
			id,
			name: own[0]?.mentee ?? "",
			mentors: own.map(({ mentorId, mentor }) => ({
				id: mentorId,
				name: mentor,
			})),
		}),
	);
}
