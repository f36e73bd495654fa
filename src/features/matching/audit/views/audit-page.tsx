import { ButtonForm } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { Section } from "../../../../ui/section.tsx";
import { formatDateTime, t } from "../../../../ui/text.ts";
import { ProgramTabs } from "../../../programs/views/program-tabs.tsx";
import type { Standing } from "../../../programs/standing.ts";
import type { Round } from "../../queries/rounds.ts";
import type { SignOff } from "../../queries/sign-off.ts";
import { planName } from "../../views/plans.tsx";
import { SignedOff } from "../../views/sign-off.tsx";
import type { WorkAtHand } from "../../works/queries.ts";
import { WorkUnderway } from "../../works/views/work-progress.tsx";
import type { FactAudit, Overrides } from "../queries.ts";
import { factTitle, FactTable } from "./fact-table.tsx";
import { OverrideTables } from "./override-tables.tsx";

type AuditPageProps = {
	frame: Frame;
	standing: Standing;
	round: Round;
	facts: readonly FactAudit[];
	/** Under way, or how it ended without figures. */
	work: WorkAtHand | undefined;
	overrides: Overrides;
	/** For whoever runs the program: the note is theirs. */
	signed: SignOff | undefined;
	timeZone: string;
};

/** One round, solved again with the mentees' groups exchanged, and what was decided by hand, by group. Prints as it stands. */
export function AuditPage(props: AuditPageProps) {
	const { round, facts, work } = props;
	const isUnderway = work !== undefined && work.ended === null;
	const base = `/programs/${round.program}`;
	const [first] = facts;
	const isOfThisPlan = first?.fingerprint === round.fingerprint;
	return (
		<Page
			frame={props.frame}
			title={t("Did it matter who they are?")}
			parent={{ label: t("Equity audit"), href: `${base}/audits` }}
			lead={t(
				"Round {number} of {program}, solved again as if the mentees of each group had been members of another, everything else as it was. What changes then, changes because of the group.",
				{ number: round.number, program: round.programName },
			)}
			refreshSeconds={isUnderway ? 3 : undefined}
			action={
				!isOfThisPlan && !isUnderway && round.fingerprint !== null ? (
					<ButtonForm
						action={`${base}/rounds/${round.id}/audit`}
						weight="primary"
					>
						{t("Audit this plan")}
					</ButtonForm>
				) : undefined
			}
		>
			<ProgramTabs standing={props.standing} current="audits" />
			{isUnderway && (
				<WorkUnderway
					work={work}
					label={t("The audit of this plan")}
					base={`${base}/rounds/${round.id}/audit`}
				/>
			)}
			{work !== undefined && work.ended !== null && (
				<p class="audit-when">{endedSentence(work.ended)}</p>
			)}
			{first === undefined ? (
				!isUnderway && (
					<EmptyState title={t("This plan is not audited yet")}>
						{round.fingerprint === null
							? t("There is no plan yet that could be audited.")
							: t(
									"It takes some seconds to minutes. After publication it is done by itself.",
								)}
					</EmptyState>
				)
			) : (
				<>
					<p class="audit-when">
						{isOfThisPlan
							? t("Audited {when}.", {
									when: formatDateTime(first.computedAt, props.timeZone),
								})
							: t(
									"Audited {when}, of an earlier plan: the pairs have changed since.",
									{ when: formatDateTime(first.computedAt, props.timeZone) },
								)}{" "}
						{aimNote(round)}
					</p>
					{facts.map((one) => (
						<Section key={one.fact} title={factTitle(one.fact)}>
							<FactTable result={one.result} />
						</Section>
					))}
				</>
			)}
			<Section
				title={t("Decided by hand")}
				lead={t(
					"At publication: pairs that people pinned, swapped or ruled out, by the group of the mentee.",
				)}
			>
				<OverrideTables round={round} overrides={props.overrides} />
			</Section>
			<Reading />
			{props.signed && (
				<SignedOff signed={props.signed} timeZone={props.timeZone} />
			)}
		</Page>
	);
}

/** What was compared: the plan's own aim, made again each time. */
function aimNote({ objective }: Round): string {
	return t("Each exchange is planned for “{aim}”, as the plan itself.", {
		aim: planName(objective),
	});
}

function endedSentence(ended: NonNullable<WorkAtHand["ended"]>): string {
	return ended === "stopped"
		? t("The audit of this plan was stopped before it was done.")
		: t(
				"The audit of this plan could not be done. It can be asked for again; the log of the server says what was wrong.",
			);
}

function Reading() {
	return (
		<Section title={t("How to read this")} layout="beside">
			<ul class="audit-reading">
				<li>
					{t(
						"With k groups there are k − 1 exchanges, so that everyone has been a member of every group once. Ties are settled by lot that does not know the group: where neither a rule nor the points look at the group, both solutions are the same to the last pair.",
					)}
				</li>
				<li>
					{t(
						"This shows direct use alone. Something that goes along with the group (a site, a career) works the same after the exchange; access and quality by group on the board show such effects.",
					)}
				</li>
				<li>
					{t(
						"Groups under five are not shown. Of what people told in confidence, counts from one to four are not told either, and no points.",
					)}
				</li>
				<li>
					{t(
						"No difference is no proof of fairness, and a difference no proof of its absence: a rule may look at a group for good reason. The reasons are the committee’s to give.",
					)}
				</li>
			</ul>
		</Section>
	);
}
