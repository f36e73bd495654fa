import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatCompany, t } from "../../../ui/text.ts";
import { companyName, readersAmong } from "../../relationships/company-name.ts";
import type { Company } from "../../relationships/company-queries.ts";
import type { Goal } from "../queries.ts";
import { GoalCard } from "./goal-card.tsx";

export function GoalsPage({
	frame,
	relationship,
	goals,
	visitor,
	today,
	failed,
}: {
	frame: Frame;
	relationship: Company;
	goals: readonly Goal[];
	visitor: string;
	/** YYYY-MM-DD */
	today: string;
	/** The goal to which a milestone could not be added, with what was typed. */
	failed?: { readonly goal: string; readonly state: FormState } | undefined;
}) {
	const { others, isRunning, id } = relationship;
	const open = goals.filter(({ state }) => state === "open");
	const settled = goals.filter(({ state }) => state !== "open");
	const add = isRunning && (
		<Actions>
			<LinkButton
				weight={
					open.some(({ person }) => person === visitor)
						? "secondary"
						: "primary"
				}
				href={`/relationships/${id}/goals/new`}
			>
				{t("Set a goal")}
			</LinkButton>
		</Actions>
	);
	const cards = (list: readonly Goal[]) =>
		list.map((goal) => (
			<GoalCard
				key={goal.id}
				goal={goal}
				isOwn={goal.person === visitor && isRunning}
				readers={readersAmong(others)}
				today={today}
				state={failed?.goal === goal.id ? failed.state : undefined}
			/>
		));
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Your goals")}
			parent={{
				label: companyName(relationship),
				href: `/relationships/${id}`,
			}}
			lead={t(
				"What each of you wants to reach, read by {names} and you alone. Nothing here becomes a figure or reaches a performance file.",
				{ names: formatCompany(others.map(({ first }) => first)) },
			)}
		>
			{open.length === 0 && (
				<EmptyState title={t("No open goal")} action={add}>
					{relationship.kind === "reverse"
						? t(
								"Both of you learn here: each sets a goal, and the work in which it will show.",
							)
						: t(
								"Something to be able to do, and the work in which it will show. Two or three are plenty. Each takes its turn on an agenda.",
							)}
				</EmptyState>
			)}
			{cards(open)}
			{open.length > 0 && add}
			{settled.length > 0 && (
				<Section title={t("Behind you")}>
					<Disclosure
						summary={t("{count, plural, one {one goal} other {# goals}}", {
							count: settled.length,
						})}
					>
						{cards(settled)}
					</Disclosure>
				</Section>
			)}
		</Page>
	);
}

/** On the page of a relationship: what is open, and the way to the rest. */
export function GoalsSection({
	relationship,
	goals,
	visitor,
}: {
	relationship: Company;
	goals: readonly Goal[];
	visitor: string;
}) {
	const { id, isRunning } = relationship;
	const open = goals.filter(({ state }) => state === "open");
	if (!isRunning && goals.length === 0) return <></>;
	return (
		<Section title={t("What you want to reach")}>
			{open.length === 0 ? (
				<p class="hint">
					{isRunning
						? t("No open goal. One gives every session something to aim at.")
						: t("Every goal is settled.")}
				</p>
			) : (
				<ul class="plain-list">
					{open.map((goal) => (
						<li key={goal.id}>
							{goal.aim}{" "}
							<span class="hint">
								{[
									goal.person === visitor ? t("You") : goal.personName,
									...(goal.milestones.length === 0 ? [] : [progressText(goal)]),
								].join(" · ")}
							</span>
						</li>
					))}
				</ul>
			)}
			<Actions>
				<LinkButton weight="quiet" href={`/relationships/${id}/goals`}>
					{open.length === 0 && isRunning
						? t("Set a goal")
						: t("Goals and milestones")}
				</LinkButton>
			</Actions>
		</Section>
	);
}

/** How many milestones are behind, never a share: a goal with two is not half of one with four. */
export function progressText({ milestones }: Goal): string {
	return t("{reached} of {all} milestones", {
		reached: milestones.filter(({ reachedAt }) => reachedAt !== null).length,
		all: milestones.length,
	});
}

/** For the tools of a goal, where the words are said once to the eye and once more to a screen reader. */
export function About({ words }: { words: string }) {
	return <span class="unseen">: {words}</span>;
}

export function MilestoneTools({
	id,
	words,
	isReached,
}: {
	id: string;
	words: string;
	isReached: boolean;
}) {
	return (
		<div class="goal-tools">
			<ButtonForm
				action={`/milestones/${id}/reach`}
				values={{ reached: isReached ? "no" : "yes" }}
				weight={isReached ? "quiet" : "secondary"}
			>
				{isReached ? t("Not reached after all") : t("Reached")}
				<About words={words} />
			</ButtonForm>
			{!isReached && (
				<ButtonForm action={`/milestones/${id}/remove`} weight="quiet">
					{t("Take away")}
					<About words={words} />
				</ButtonForm>
			)}
		</div>
	);
}
