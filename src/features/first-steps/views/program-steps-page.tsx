import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Standing } from "../../programs/standing.ts";
import { parentOf, ProgramTabs } from "../../programs/views/program-tabs.tsx";
import { wordsFor } from "../own-words.ts";
import {
	type ProgramStep,
	type ProgramStepRole,
	programStepRoles,
} from "../queries/program-steps.ts";

/** What a program adds to the first steps of its roles, for those who run it. */
export function ProgramStepsPage({
	frame,
	standing,
	steps,
}: {
	frame: Frame;
	standing: Standing;
	steps: readonly ProgramStep[];
}) {
	const base = `/programs/${standing.program.id}/first-steps`;
	return (
		<Page
			frame={frame}
			title={t("How do people begin here?")}
			parent={parentOf(standing.program)}
			lead={t(
				"Everyone finds Baton’s own first steps for their role. Here you add what belongs to this program: a handbook to read, an introduction to attend. Each ticks it off for themself; nobody sees or counts who did.",
			)}
			action={
				<LinkButton weight="primary" icon="add" href={`${base}/new`}>
					{t("Add a step")}
				</LinkButton>
			}
		>
			<ProgramTabs standing={standing} current="first-steps" />
			{steps.length === 0 ? (
				<EmptyState title={t("Nothing of its own yet")}>
					{t(
						"What you add stands after Baton’s own steps, under “How to begin”, for everyone with that role here.",
					)}
				</EmptyState>
			) : (
				<Stack>
					{programStepRoles
						.map((role) => ({
							role,
							own: steps.filter((step) => step.role === role),
						}))
						.filter(({ own }) => own.length > 0)
						.map(({ role, own }) => (
							<Section key={role} id={role} title={roleTitle(role)}>
								<ol class="step-order">
									{own.map((step, place) => (
										<StepRow
											key={step.id}
											base={base}
											step={step}
											isFirst={place === 0}
											isLast={place === own.length - 1}
										/>
									))}
								</ol>
							</Section>
						))}
				</Stack>
			)}
		</Page>
	);
}

function StepRow({
	base,
	step: { id, words },
	isFirst,
	isLast,
}: {
	base: string;
	step: ProgramStep;
	isFirst: boolean;
	isLast: boolean;
}) {
	const { label, locale } = wordsFor(words);
	const moving = (direction: "up" | "down", name: string) => (
		<ButtonForm
			weight="quiet"
			action={`${base}/${id}/move`}
			values={{ direction }}
		>
			{name}
			<span class="unseen">: {label}</span>
		</ButtonForm>
	);
	return (
		<li>
			<a href={`${base}/${id}`} lang={locale}>
				{label}
			</a>
			<span class="row-actions">
				{!isFirst && moving("up", t("Up"))}
				{!isLast && moving("down", t("Down"))}
			</span>
		</li>
	);
}

/** As whom somebody takes the steps of a role. */
export function roleTitle(role: ProgramStepRole): string {
	switch (role) {
		case "mentor":
			return t("As a mentor");
		case "mentee":
			return t("As a mentee");
		case "committee-member":
			return t("As a member of the steering committee");
		case "facilitator":
			return t("As a facilitator");
	}
}
