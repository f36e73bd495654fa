import { ButtonForm, LinkButton } from "../../../../ui/button.tsx";
import { TextArea } from "../../../../ui/fields.tsx";
import { Form, type FormState } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Icon } from "../../../../ui/icon.tsx";
import { Page } from "../../../../ui/page.tsx";
import { LiveProgress } from "../../../../ui/progress.tsx";
import { Section } from "../../../../ui/section.tsx";
import { formatDateTime, t } from "../../../../ui/text.ts";
import { ProgramTabs } from "../../../programs/views/program-tabs.tsx";
import type { Standing } from "../../../programs/standing.ts";
import { GroupTable } from "../../views/group-table.tsx";
import { NothingChanged } from "../../views/nothing-changed.tsx";
import { planName } from "../../views/plans.tsx";
import type { Compared, Comparison } from "../comparison.ts";
import { aimText, settingsChanges } from "../settings.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { Moves } from "./moves.tsx";

type DraftPageProps = {
	frame: Frame;
	standing: Standing;
	comparison: Comparison;
	timeZone: string;
	state: FormState | undefined;
};

/** One draft beside the present plan: what it changes, what it would do, and the decision about it. */
export function DraftPage(props: DraftPageProps) {
	const { comparison, frame } = props;
	const { round } = comparison;
	const [compared] = comparison.drafts;
	if (compared === undefined) return null;
	const { draft } = compared;
	const base = `/programs/${round.program}/rounds/${round.id}`;
	const own = `${base}/drafts/${draft.id}`;
	const isOpen = draft.status === "open";
	const isWaiting = isOpen && !compared.isCurrent;
	return (
		<Page
			frame={frame}
			title={t("What if: {name}", { name: draft.name })}
			parent={{
				label: t("What if we weighed otherwise?"),
				href: `${base}/drafts`,
			}}
			lead={t(
				"Beside the plan of round {number} as it stands now. Nobody is told anything.",
				{ number: round.number },
			)}
			action={
				isOpen ? (
					<LinkButton href={`${own}/settings`}>
						{t("Change the draft")}
					</LinkButton>
				) : undefined
			}
			refreshSeconds={isWaiting ? 3 : undefined}
		>
			<ProgramTabs standing={props.standing} current="rounds" />
			{!isOpen && (
				<p class="notice">{settledSentence(compared, props.timeZone)}</p>
			)}
			{(isWaiting || !isOpen) && <NothingChanged state={props.state} />}
			<Section title={t("What it changes")} layout="beside">
				<Changes comparison={comparison} compared={compared} />
			</Section>
			{isWaiting ? (
				<LiveProgress
					stream={`${own}/progress`}
					label={draft.name}
					text={t("Planning the draft")}
				/>
			) : (
				<Outcome comparison={comparison} compared={compared} />
			)}
			{isOpen && !isWaiting && compared.plan && (
				<Decision props={props} compared={compared} own={own} />
			)}
		</Page>
	);
}

function Changes({
	comparison,
	compared: { draft },
}: {
	comparison: Comparison;
	compared: Compared;
}) {
	const lines = settingsChanges(comparison.settings, draft, {
		name: (id) => comparison.name(id) ?? t("somebody"),
		aimName: (aim) => aimText(aim, planName),
	});
	if (lines.length === 0)
		return (
			<p>
				{t(
					"Nothing yet: it is the round as it is. Change weights, rules, places or the aim in it.",
				)}
			</p>
		);
	return (
		<ul class="draft-changes">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

function Outcome({
	comparison,
	compared,
}: {
	comparison: Comparison;
	compared: Compared;
}) {
	const { plan, trouble, draft } = compared;
	if (plan === undefined)
		return (
			<div class="notice problem" role="alert">
				<Icon name="alert" />
				<div>
					<p>{t("No plan is possible under this draft.")}</p>
					<ul>
						{(trouble?.lines ?? []).map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
				</div>
			</div>
		);
	return (
		<>
			<Section title={t("What it would do")}>
				<ComparisonTable comparison={comparison} />
				{plan.barred > 0 && (
					<p class="hint">
						{t(
							"{pairs, plural, one {One pair of the present plan breaks} other {# pairs of the present plan break}} a rule of the draft.",
							{ pairs: plan.barred },
						)}
					</p>
				)}
				<GroupTable
					plans={[
						{ label: t("Present plan"), groups: plan.presentGroups },
						{ label: draft.name, groups: plan.groups },
					]}
					label={({ label }) => label}
				/>
			</Section>
			<Moves comparison={comparison} compared={compared} />
			<p class="fingerprint">
				{t("Fingerprint")} <code>{plan.fingerprint}</code>
			</p>
		</>
	);
}

function Decision({
	props,
	compared: { draft },
	own,
}: {
	props: DraftPageProps;
	compared: Compared;
	own: string;
}) {
	const { round } = props.comparison;
	const places = [...draft.places.values()].some((extra) => extra > 0);
	return (
		<Section
			title={t("Adopt it, or set it aside")}
			layout="beside"
			lead={t(
				"Adopted, it is the plan on the board; pins stay. Undo on the board takes it back. Publishing is another step.",
			)}
		>
			<Form
				action={`${own}/adopt`}
				submit={t("Adopt this draft")}
				state={props.state}
			>
				<input type="hidden" name="seen" value={String(draft.version)} />
				<input type="hidden" name="beside" value={round.fingerprint ?? ""} />
				<TextArea
					name="reason"
					label={t("Why this one")}
					hint={
						places
							? t(
									"Kept with your name and version {version} of the draft. The places it adds are only supposed: before publishing, the mentors are asked.",
									{ version: draft.version },
								)
							: t("Kept with your name and version {version} of the draft.", {
									version: draft.version,
								})
					}
					audience="program-managers"
					rows={3}
					required
				/>
			</Form>
			<ButtonForm action={`${own}/discard`} weight="quiet">
				{t("Set it aside")}
			</ButtonForm>
		</Section>
	);
}

function settledSentence(
	{ draft: { status, settledByName, settledAt, reason } }: Compared,
	timeZone: string,
): string {
	const values = {
		who: settledByName ?? t("Somebody"),
		when: settledAt === null ? "" : formatDateTime(settledAt, timeZone),
		reason: reason ?? "",
	};
	return status === "adopted"
		? t("Adopted by {who}, {when}: {reason}", values)
		: t("Set aside by {who}, {when}.", values);
}
