import { menteesTooMany } from "../../../domain/programs/places.ts";
import {
	enrolmentStatuses,
	sides,
} from "../../../domain/programs/enrolment.ts";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Columns, Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { Steps } from "../../../ui/steps.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatNumber, t } from "../../../ui/text.ts";
import {
	type Overview,
	programSteps,
	type ProgramStep,
} from "../queries/next-step.ts";
import type { Standing } from "../standing.ts";
import {
	programStatusKind,
	programStatusName,
	sideNames,
	statusKind,
	statusName,
} from "../words.ts";
import { OwnParts } from "./own-parts.tsx";
import { PlacesSection } from "./places.tsx";
import { parentList, ProgramTabs } from "./program-tabs.tsx";

type Props = { frame: Frame; standing: Standing; overview: Overview };

/** A program for those who run or oversee it. */
export function OverviewPage({ frame, standing, overview }: Props) {
	const { program, manages } = standing;
	return (
		<Page
			frame={frame}
			title={program.name}
			lead={
				<Status kind={programStatusKind(program.status)}>
					{programStatusName(program.status)}
				</Status>
			}
			parent={parentList()}
			action={manages && <MainAction standing={standing} overview={overview} />}
		>
			<ProgramTabs standing={standing} current="overview" />
			<OwnParts standing={standing} />
			{manages && <Waiting standing={standing} overview={overview} />}
			<Columns count={2}>
				<Section title={t("The way of this program")}>
					<Steps
						label={t("The way of this program")}
						steps={programSteps.map((step) => ({
							label: stepName(step),
							state: overview.done.has(step)
								? "done"
								: overview.next === step
									? "current"
									: "ahead",
							href: manages ? stepHref(program.id, step) : undefined,
							hint: stepHint(step, overview),
						}))}
					/>
				</Section>
				<Section title={t("Who is where")}>
					<Counts programId={program.id} overview={overview} />
				</Section>
			</Columns>
			<PlacesSection
				places={overview.places}
				action={<LotteryLink standing={standing} />}
			/>
			{manages && program.status !== "closed" && (
				<Section title={t("The end of the program")} layout="beside">
					<p>
						{t(
							"Closing takes nobody in any more. What was agreed goes on; nothing is deleted.",
						)}
					</p>
					<Actions>
						<Dialog
							id="close"
							title={t("Close this program?")}
							opener={t("Close the program")}
							weight="quiet"
						>
							<p>
								{t(
									"Open invitations can no longer be accepted. Relationships go on.",
								)}
							</p>
							<ButtonForm
								action={`/programs/${program.id}/close`}
								weight="danger"
							>
								{t("Close it now")}
							</ButtonForm>
						</Dialog>
					</Actions>
				</Section>
			)}
		</Page>
	);
}

// Where places are short a lottery can be opened; where there is one, it is looked at.
function LotteryLink({
	standing: { program, manages, lottery },
}: Omit<Props, "frame" | "overview">) {
	const href = `/programs/${program.id}/lottery`;
	if (lottery !== undefined)
		return (
			<LinkButton href={href}>
				{lottery.stage === "drawn" ? t("See the draw") : t("See the lottery")}
			</LinkButton>
		);
	return manages && program.status !== "closed" ? (
		<LinkButton weight="quiet" href={href}>
			{t("Let lot decide")}
		</LinkButton>
	) : null;
}

function MainAction({ standing: { program }, overview }: Omit<Props, "frame">) {
	const { next } = overview;
	if (next === undefined || program.status === "closed") return null;
	return (
		<LinkButton weight="primary" href={stepHref(program.id, next)}>
			{actionName(next)}
		</LinkButton>
	);
}

function actionName(step: ProgramStep): string {
	switch (step) {
		case "charter":
			return t("Read the charter");
		case "eligibility":
			return t("Say who may take part");
		case "invite":
			return t("Invite people");
		case "pair":
			return t("Pair the cohort");
		case "publish":
			return t("Go on with the pairing");
	}
}

function stepName(step: ProgramStep): string {
	switch (step) {
		case "charter":
			return t("Charter");
		case "eligibility":
			return t("Eligibility");
		case "invite":
			return t("Invitation");
		case "pair":
			return t("Pairing");
		case "publish":
			return t("Publication");
	}
}

function stepHref(program: string, step: ProgramStep): string {
	const pages = {
		charter: "charter",
		eligibility: "eligibility",
		invite: "invite",
		pair: "rounds",
		publish: "rounds",
	} as const;
	return `/programs/${program}/${pages[step]}`;
}

function stepHint(step: ProgramStep, overview: Overview): string {
	switch (step) {
		case "charter":
			return t("What it is for, and how it runs.");
		case "eligibility":
			return overview.missingRules.length === 1
				? t("One side still has no rules.")
				: t("Who may take part on each side, looked at before it is adopted.");
		case "invite":
			return t("People are offered a place and say yes or no.");
		case "pair":
			return t("Proposals with their reasons; you pin, forbid, run again.");
		case "publish":
			return t("Both sides are asked; two yeses make a relationship.");
	}
}

function Waiting({
	standing: { program, lottery },
	overview,
}: Omit<Props, "frame">) {
	const { toDecide, couldBePromoted, places } = overview;
	// Whoever is taken in while mentors have too few places waits all the same, and without being told.
	const short = menteesTooMany(places);
	if (toDecide === 0 && (places.waiting === 0 || couldBePromoted === 0))
		return null;
	return (
		<Section title={t("What waits for you here")}>
			{toDecide > 0 && (
				<p>
					<Status kind="attention">
						{t(
							"{count, plural, one {One person asks} other {# people ask}} for a place or {count, plural, one {is} other {are}} nominated.",
							{ count: toDecide },
						)}
					</Status>{" "}
					<a href={`/programs/${program.id}/people?status=to-decide`}>
						{t("Decide")}
					</a>
				</p>
			)}
			{couldBePromoted > 0 && places.waiting > 0 && short > 0 && (
				<p>
					{t(
						"{free, plural, one {One of those who wait fits} other {# of those who wait fit}} into the limit of the program, but the mentors have {short, plural, one {one place} other {# places}} too few as it is. Find places first.",
						{ free: couldBePromoted, short },
					)}{" "}
					<a href={`/programs/${program.id}/people?side=mentor`}>
						{t("See the mentors")}
					</a>
				</p>
			)}
			{couldBePromoted > 0 && places.waiting > 0 && short === 0 && (
				<div class="stack">
					<p>
						<Status kind="attention">
							{t(
								"{free, plural, one {One of those who wait} other {# of those who wait}} could have a place now.",
								{ free: couldBePromoted },
							)}{" "}
							{lottery === undefined
								? t("Whoever said yes first comes first.")
								: t("They come in the order drawn.")}
						</Status>
					</p>
					<ButtonForm
						action={`/programs/${program.id}/people/promote`}
						values={{ places: String(couldBePromoted) }}
					>
						{t(
							"Give {count, plural, one {one place} other {# places}} to those who wait",
							{ count: couldBePromoted },
						)}
					</ButtonForm>
				</div>
			)}
		</Section>
	);
}

function Counts({
	programId,
	overview: { counts },
}: {
	programId: string;
	overview: Overview;
}) {
	const rows = enrolmentStatuses.filter((status) =>
		sides.some((side) => (counts[side][status] ?? 0) > 0),
	);
	return (
		<Table
			caption={t("People by where they stand")}
			captionUnseen
			rows={rows}
			rowKey={(status) => status}
			columns={[
				{
					key: "status",
					label: t("Where they stand"),
					cell: (status) => (
						<Status kind={statusKind(status)}>
							<a href={`/programs/${programId}/people?status=${status}`}>
								{statusName(status)}
							</a>
						</Status>
					),
				},
				...sides.map((side) => ({
					key: side,
					label: sideNames(side),
					kind: "number" as const,
					cell: (status: (typeof rows)[number]) =>
						formatNumber(counts[side][status] ?? 0),
				})),
			]}
			empty={<p class="hint">{t("Nobody has been invited yet.")}</p>}
		/>
	);
}
