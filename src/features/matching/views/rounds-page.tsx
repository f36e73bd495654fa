import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status, type StatusKind } from "../../../ui/status.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { parentOf, ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { Standing } from "../../programs/standing.ts";
import type { Readiness } from "../queries/readiness.ts";
import type { Outcomes, RoundStatus, roundsOf } from "../queries/rounds.ts";

type Rounds = Awaited<ReturnType<typeof roundsOf>>;

export function RoundsPage({
	frame,
	standing,
	rounds,
	outcomes,
	ready,
}: {
	frame: Frame;
	standing: Standing;
	rounds: Rounds;
	outcomes: Outcomes;
	ready: Readiness;
}) {
	const { program } = standing;
	const base = `/programs/${program.id}/rounds`;
	const open = rounds.find(
		({ status }) => status !== "published" && status !== "closed",
	);
	const canBegin = open === undefined && ready.mentees > 0 && ready.mentors > 0;
	return (
		<Page
			frame={frame}
			title={t("How the pairs come about")}
			parent={parentOf(program)}
			lead={t(
				"A round pairs everyone who waits for somebody, all at once. You look at what Baton proposes, change what you know better, and publish; then both sides are asked.",
			)}
			action={
				open && (
					<LinkButton weight="primary" href={`${base}/${open.id}`}>
						{t("Go on with round {number}", { number: open.number })}
					</LinkButton>
				)
			}
		>
			<ProgramTabs standing={standing} current="rounds" />
			{open === undefined && (
				<NextRound
					base={base}
					ready={ready}
					isFirst={rounds.length === 0}
					canBegin={canBegin}
					programId={program.id}
				/>
			)}
			{rounds.some(({ publishedAt }) => publishedAt !== null) && (
				<p>
					<a href={`/programs/${program.id}/changes`}>
						{t("Pairs that need a look since people moved")}
					</a>
				</p>
			)}
			{rounds.length > 0 && (
				<Section title={t("Rounds of this program")}>
					<ul class="rounds">
						{rounds.map((round) => (
							<li key={round.id}>
								<p>
									<a href={`${base}/${round.id}`}>
										{t("Round {number}", { number: round.number })}
									</a>{" "}
									<Status kind={statusKind(round.status)}>
										{statusWords(round.status)}
									</Status>
								</p>
								<p class="hint">{summaryOf(round, outcomes)}</p>
							</li>
						))}
					</ul>
				</Section>
			)}
		</Page>
	);
}

function NextRound({
	base,
	ready,
	isFirst,
	canBegin,
	programId,
}: {
	base: string;
	ready: Readiness;
	isFirst: boolean;
	canBegin: boolean;
	programId: string;
}) {
	if (!canBegin)
		return (
			<EmptyState
				title={
					isFirst
						? t("Nobody can be paired yet")
						: t("Nobody waits for a partner")
				}
				action={
					<LinkButton href={`/programs/${programId}/people`}>
						{t("See who takes part")}
					</LinkButton>
				}
			>
				{t(
					"A round needs enrolled mentors with a free place and enrolled mentees who wait for one. Now there are {mentors, plural, one {# such mentor} other {# such mentors}} and {mentees, plural, one {# such mentee} other {# such mentees}}.",
					ready,
				)}
			</EmptyState>
		);
	return (
		<EmptyState
			title={
				isFirst ? t("Ready for the first round") : t("Ready for another round")
			}
			action={
				<ButtonForm action={base} weight="primary">
					{t("Begin a round")}
				</ButtonForm>
			}
		>
			{t(
				"{mentees, plural, one {# mentee waits} other {# mentees wait}} for a mentor; {mentors, plural, one {# mentor has} other {# mentors have}} {places, plural, one {# free place} other {# free places}}. Nobody is told anything before you publish.",
				ready,
			)}
		</EmptyState>
	);
}

export function statusWords(status: RoundStatus): string {
	switch (status) {
		case "draft":
			return t("being prepared");
		case "computing":
			return t("being computed");
		case "proposed":
			return t("to be looked at");
		case "published":
			return t("both sides are asked");
		case "closed":
			return t("over");
		case "failed":
			return t("broken off");
	}
}

function statusKind(status: RoundStatus): StatusKind {
	switch (status) {
		case "draft":
		case "proposed":
			return "attention";
		case "computing":
			return "active";
		case "published":
			return "waiting";
		case "closed":
			return "done";
		case "failed":
			return "loss";
	}
}

function summaryOf(round: Rounds[number], outcomes: Outcomes): string {
	const came = outcomes.get(round.id);
	if (round.publishedAt !== null && came !== undefined)
		return t(
			"Published {day}: {agreed, plural, one {# pair} other {# pairs}} said yes, {asked} still asked, {back} back in the round.",
			{
				day: formatDate(round.publishedAt),
				...came,
			},
		);
	if (round.result !== null)
		return t(
			"{people} of {mentees, plural, one {# mentee} other {# mentees}} with a mentor in the last run.",
			{
				people: round.result.people,
				mentees: round.result.mentees,
			},
		);
	return t("Begun {day}.", { day: formatDate(round.createdAt) });
}
