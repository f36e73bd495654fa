import type { Readers } from "../../../ui/audience.tsx";
import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { longestLine } from "../forms.ts";
import type { Goal } from "../queries.ts";
import { About, MilestoneTools, progressText } from "./goals-page.tsx";

/** One goal with its milestones; whoever's it is moves it with one tap. */
export function GoalCard({
	goal,
	isOwn,
	readers,
	today,
	state,
}: {
	goal: Goal;
	isOwn: boolean;
	/** Who reads it beside its owner. */
	readers: Readers;
	/** YYYY-MM-DD */
	today: string;
	state?: FormState | undefined;
}) {
	const { id, aim, challenge, milestones } = goal;
	const isOpen = goal.state === "open";
	return (
		<article class="goal" id={id}>
			<header>
				<h2>{aim}</h2>
				<p class="hint">{aboutText(goal, isOwn)}</p>
				{goal.state !== "open" && (
					<Status kind={goal.state === "reached" ? "done" : "quiet"}>
						{goal.state === "reached" ? t("reached") : t("let go")}
					</Status>
				)}
				{isOpen && goal.reviewOn !== null && goal.reviewOn <= today && (
					<Status kind="attention">
						{t("to be looked at since {day}", {
							day: formatDate(goal.reviewOn),
						})}
					</Status>
				)}
			</header>
			{challenge !== "" && <p class="goal-challenge">{challenge}</p>}
			{milestones.length > 0 && (
				<ul class="milestones" aria-label={progressText(goal)}>
					{milestones.map((milestone) => (
						<li key={milestone.id}>
							<p
								class={milestone.reachedAt === null ? undefined : "is-reached"}
							>
								{milestone.reachedAt !== null && <Icon name="check" />}
								{milestone.words}
								{milestone.reachedAt !== null && (
									<span class="hint">
										{t("reached on {day}", {
											day: formatDate(milestone.reachedAt),
										})}
									</span>
								)}
							</p>
							{isOwn && isOpen && (
								<MilestoneTools
									id={milestone.id}
									words={milestone.words}
									isReached={milestone.reachedAt !== null}
								/>
							)}
						</li>
					))}
				</ul>
			)}
			{isOwn &&
				(isOpen ? (
					<OpenTools goal={goal} readers={readers} state={state} />
				) : (
					<AgainTool goal={goal} />
				))}
		</article>
	);
}

function aboutText(goal: Goal, isOwn: boolean): string {
	return [
		isOwn ? t("Your goal") : t("{name}’s goal", { name: goal.personName }),
		...(goal.competencyName === null ? [] : [goal.competencyName]),
		...(goal.state === "open" && goal.reviewOn !== null
			? [t("look at it on {day}", { day: formatDate(goal.reviewOn) })]
			: []),
		...(goal.settledAt === null ? [] : [formatDate(goal.settledAt)]),
	].join(" · ");
}

function OpenTools({
	goal: { id, aim },
	readers,
	state,
}: {
	goal: Goal;
	readers: Readers;
	state: FormState | undefined;
}) {
	return (
		<div class="goal-tools">
			<ButtonForm action={`/goals/${id}/settle`} values={{ state: "reached" }}>
				{t("Goal reached")}
				<About words={aim} />
			</ButtonForm>
			<LinkButton weight="quiet" href={`/goals/${id}`}>
				{t("Change")}
				<About words={aim} />
			</LinkButton>
			<ButtonForm
				action={`/goals/${id}/settle`}
				values={{ state: "let-go" }}
				weight="quiet"
			>
				{t("Let it go")}
				<About words={aim} />
			</ButtonForm>
			<Disclosure summary={t("Add a milestone")} isOpen={state !== undefined}>
				<Form
					action={`/goals/${id}/milestones`}
					id={id}
					submit={t("Add it")}
					weight="secondary"
					state={state}
				>
					<TextField
						name="words"
						label={t("Milestone")}
						audience={readers}
						hint={t("By what will you both see that it moves?")}
						maxLength={longestLine}
						size="full"
						required
					/>
				</Form>
			</Disclosure>
		</div>
	);
}

function AgainTool({ goal: { id, aim } }: { goal: Goal }) {
	return (
		<ButtonForm
			action={`/goals/${id}/settle`}
			values={{ state: "open" }}
			weight="quiet"
		>
			{t("Open it again")}
			<About words={aim} />
		</ButtonForm>
	);
}
