import { Audience } from "../../../../ui/audience.tsx";
import { LinkButton } from "../../../../ui/button.tsx";
import { RadioGroup, Select } from "../../../../ui/choices.tsx";
import { Form, type FormState } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { PersonLine } from "../../../../ui/person-line.tsx";
import { Stack } from "../../../../ui/section.tsx";
import { formatDate, formatList, t } from "../../../../ui/text.ts";
import type { OwnTalks } from "../queries.ts";
import type { TalkAnswer } from "../said.ts";

type Props = {
	frame: Frame;
	round: string;
	talks: OwnTalks;
	/** Competencies that the mentee seeks and the mentor offers, by talk. */
	reasons: ReadonlyMap<string, readonly string[]>;
	today: string;
	state: FormState | undefined;
};

/** With whom to talk, and how it was. Fits one thumb. */
export function OwnTalksPage({
	frame,
	round,
	talks,
	reasons,
	today,
	state,
}: Props) {
	const [first] = talks;
	const isOver =
		first === undefined || first.endedAt !== null || first.answerBy < today;
	const program = first?.programName ?? "";
	if (isOver)
		return (
			<Page
				frame={frame}
				width="measure"
				title={t("Your talks are over")}
				lead={t(
					"Pairs are made now in {program}. You hear from Baton when somebody is proposed to you.",
					{ program },
				)}
			>
				<p>
					<LinkButton href="/">{t("To Today")}</LinkButton>
				</p>
			</Page>
		);
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("A short talk with each of them")}
			lead={t(
				"Half an hour is enough. Then say here how it was, until {day}: pairs are made in {program} afterwards.",
				{ day: formatDate(first.answerBy), program },
			)}
		>
			<Stack>
				<Audience of="pairing-only" />
				<Form action={`/talks/${round}`} submit={t("Keep this")} state={state}>
					{talks.map((talk) => (
						<Talk
							key={talk.id}
							talk={talk}
							count={talks.length}
							sought={reasons.get(talk.id) ?? []}
						/>
					))}
				</Form>
				<p class="hint">
					{t(
						"You may change it until the last day. Where you say nothing, nothing is counted against anyone. Once the pairs are published, what was said is deleted.",
					)}
				</p>
			</Stack>
		</Page>
	);
}

function Talk({
	talk,
	count,
	sought,
}: {
	talk: OwnTalks[number];
	count: number;
	sought: readonly string[];
}) {
	const { id, name, own } = talk;
	return (
		<section class="talk">
			<h2 class="unseen">{name}</h2>
			<PersonLine
				name={name}
				href={`/people/${talk.partner}`}
				title={talk.title ?? undefined}
				place={
					[talk.function, talk.location].filter(Boolean).join(", ") || undefined
				}
			>
				<a href={`mailto:${talk.email}`}>{t("Write to {name}", { name })}</a>
			</PersonLine>
			{sought.length > 0 && (
				<p class="hint">
					{own === "mentee"
						? t("Offers what you seek: {competencies}.", {
								competencies: formatList(sought),
							})
						: t("Seeks what you offer: {competencies}.", {
								competencies: formatList(sought),
							})}
				</p>
			)}
			<RadioGroup
				name={`answer-${id}`}
				label={t("How was it with {name}?", { name })}
				choices={choices()}
				value={talk.answer ?? undefined}
			/>
			{count > 1 && (
				<Select
					name={`preference-${id}`}
					label={t("If yes: which choice is {name}?", { name })}
					choices={[
						{ value: "", label: t("No order") },
						{ value: "1", label: t("First choice") },
						{ value: "2", label: t("Second choice") },
						{ value: "3", label: t("Third choice") },
					]}
					value={talk.preference === null ? "" : String(talk.preference)}
				/>
			)}
		</section>
	);
}

function choices(): { value: TalkAnswer; label: string; hint?: string }[] {
	return [
		{ value: "yes", label: t("Yes, I would like to") },
		{
			value: "not-now",
			label: t("Not now"),
			hint: t("Not in this round; another time, perhaps."),
		},
		{
			value: "rather-not",
			label: t("Rather not"),
			hint: t("You two are not paired in this program. Nobody learns why."),
		},
	];
}
