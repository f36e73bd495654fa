import { Select } from "../../../../ui/choices.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { TextField } from "../../../../ui/fields.tsx";
import { Form, type FormState } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { ButtonForm, LinkButton } from "../../../../ui/button.tsx";
import { Page } from "../../../../ui/page.tsx";
import { Section } from "../../../../ui/section.tsx";
import { formatDateTime, t } from "../../../../ui/text.ts";
import { ProgramTabs } from "../../../programs/views/program-tabs.tsx";
import type { Standing } from "../../../programs/standing.ts";
import { planName } from "../../views/plans.tsx";
import type { Comparison } from "../comparison.ts";
import type { Draft } from "../queries.ts";
import { aimText, settingsChanges } from "../settings.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { BetweenDrafts } from "./between-drafts.tsx";

type DraftsPageProps = {
	frame: Frame;
	standing: Standing;
	/** The one or two drafts that stand beside the present plan. */
	comparison: Comparison;
	open: readonly Draft[];
	settled: readonly Draft[];
	timeZone: string;
	state: FormState | undefined;
};

/** What would be if weights, rules, places or the aim were others; two drafts side by side. */
export function DraftsPage(props: DraftsPageProps) {
	const { comparison, open, settled } = props;
	const { round } = comparison;
	const base = `/programs/${round.program}/rounds/${round.id}`;
	const isOver = round.status === "published" || round.status === "closed";
	const canBegin = !isOver && comparison.present !== undefined;
	return (
		<Page
			frame={props.frame}
			title={t("What if we weighed otherwise?")}
			parent={{ label: t("Who meets whom"), href: base }}
			lead={t(
				"A draft changes weights, rules, places or the aim beside the present plan. Look who would gain and who would lose, before anyone is told; then adopt one, or set it aside.",
			)}
		>
			<ProgramTabs standing={props.standing} current="rounds" />
			{open.length > 0 && (
				<Section title={t("Side by side")}>
					<ComparisonTable comparison={comparison} base={base} />
					<Choose open={open} comparison={comparison} base={base} />
					<BetweenDrafts comparison={comparison} />
				</Section>
			)}
			{open.length === 0 && (
				<EmptyState title={t("No draft yet")}>
					{canBegin
						? t(
								"Begin one below: it starts as the round is now, and you change in it what you like.",
							)
						: isOver
							? t("This round is published: its plan stands.")
							: t(
									"There is no plan yet to compare with. Find the best pairs first.",
								)}
				</EmptyState>
			)}
			{canBegin && <Begin open={open} base={base} state={props.state} />}
			<Settled
				settled={settled}
				comparison={comparison}
				base={base}
				timeZone={props.timeZone}
				isOver={isOver}
			/>
		</Page>
	);
}

function Choose({
	open,
	comparison,
	base,
}: {
	open: readonly Draft[];
	comparison: Comparison;
	base: string;
}) {
	if (open.length <= 2) return null;
	const shown = new Set(comparison.drafts.map(({ draft }) => draft.id));
	return (
		<form class="choose-drafts" method="get" action={`${base}/drafts`}>
			<fieldset>
				<legend>
					{t("Compare two of {count} drafts", { count: open.length })}
				</legend>
				{open.map(({ id, name }) => (
					<label class="choice" key={id}>
						<input
							type="checkbox"
							name="draft"
							value={id}
							checked={shown.has(id)}
						/>
						<span class="choice-label">{name}</span>
					</label>
				))}
			</fieldset>
			<button type="submit" class="button secondary">
				{t("Compare")}
			</button>
		</form>
	);
}

function Begin({
	open,
	base,
	state,
}: {
	open: readonly Draft[];
	base: string;
	state: FormState | undefined;
}) {
	return (
		<Section title={t("Begin a draft")} layout="beside">
			<Form
				action={`${base}/drafts`}
				submit={t("Begin the draft")}
				weight={open.length === 0 ? "primary" : "secondary"}
				state={state}
			>
				<TextField
					name="name"
					label={t("What it tries")}
					hint={t("A few words by which you and others will know it.")}
					audience="program-managers"
					maxLength={80}
					required
				/>
				{open.length > 0 && (
					<Select
						name="from"
						label={t("Begin with")}
						unchosen={t("The round as it is now")}
						choices={open.map(({ id, name }) => ({ value: id, label: name }))}
					/>
				)}
			</Form>
		</Section>
	);
}

function Settled({
	settled,
	comparison,
	base,
	timeZone,
	isOver,
}: {
	settled: readonly Draft[];
	comparison: Comparison;
	base: string;
	timeZone: string;
	isOver: boolean;
}) {
	if (settled.length === 0) return null;
	const words = {
		name: (id: string) => comparison.name(id) ?? t("somebody"),
		aimName: (aim: Parameters<typeof aimText>[0]) => aimText(aim, planName),
	};
	return (
		<Section title={t("Adopted or set aside")}>
			<ul class="settled-drafts">
				{settled.map((draft) => (
					<li key={draft.id}>
						<p>
							<strong>{draft.name}</strong>{" "}
							<small>{settledText(draft, timeZone)}</small>
						</p>
						{draft.reason && <p class="draft-reason">{draft.reason}</p>}
						{draft.status === "discarded" && !isOver && (
							<>
								<ul class="draft-changes">
									{settingsChanges(comparison.settings, draft, words).map(
										(line) => (
											<li key={line}>{line}</li>
										),
									)}
								</ul>
								<ButtonForm
									action={`${base}/drafts/${draft.id}/reopen`}
									weight="quiet"
									icon="undo"
								>
									{t("Take it up again")}
									<span class="unseen"> {draft.name}</span>
								</ButtonForm>
							</>
						)}
					</li>
				))}
			</ul>
			{!isOver && (
				<LinkButton weight="quiet" href={base}>
					{t("Back to the board")}
				</LinkButton>
			)}
		</Section>
	);
}

function settledText(
	{ status, version, settledByName, settledAt }: Draft,
	timeZone: string,
): string {
	const values = {
		who: settledByName ?? t("Somebody"),
		when: settledAt === null ? "" : formatDateTime(settledAt, timeZone),
		version,
	};
	return status === "adopted"
		? t("adopted by {who}, {when}; version {version}", values)
		: t("set aside by {who}, {when}", values);
}
