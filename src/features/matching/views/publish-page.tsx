import { DateField, TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { Standing } from "../../programs/standing.ts";
import type { Round } from "../queries/rounds.ts";
import { planName } from "./plans.tsx";

export function PublishPage({
	frame,
	standing,
	round,
	decisions,
	suggested,
	earliest,
	state,
}: {
	frame: Frame;
	standing: Standing;
	round: Round;
	/** How many pairs were pinned or ruled out by hand. */
	decisions: number;
	suggested: string;
	earliest: string;
	state: FormState | undefined;
}) {
	const base = `/programs/${round.program}/rounds/${round.id}`;
	const { result } = round;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Ask both sides")}
			parent={{ label: t("Who meets whom"), href: base }}
			lead={t(
				"{pairs, plural, one {# pair is} other {# pairs are}} proposed: {people} of {mentees, plural, one {# mentee} other {# mentees}} get a mentor.",
				{
					pairs: result?.pairs ?? 0,
					people: result?.people ?? 0,
					mentees: result?.mentees ?? 0,
				},
			)}
		>
			<ProgramTabs standing={standing} current="rounds" />
			<Section title={t("What happens then")}>
				<ol class="steps-ahead">
					<li>
						{t(
							"Everyone proposed gets a mail that says only that somebody is proposed, and a page that says who and why.",
						)}
					</li>
					<li>
						{t(
							"Each side says yes, “not now”, or asks for more, without giving reasons. Nobody sees what the other said, and neither do you: you see only what comes of it.",
						)}
					</li>
					<li>
						{t(
							"Two yeses begin the relationship at once. Otherwise both are back, and a next round can propose somebody else.",
						)}
					</li>
					<li>
						{t(
							"Whoever does not answer in time is back in the round as well, without a word about it.",
						)}
					</li>
				</ol>
			</Section>
			<Form
				action={`${base}/publish`}
				submit={t("Publish the round")}
				cancel={{ label: t("Not yet"), href: base }}
				state={state}
			>
				<DateField
					name="answer-by"
					label={t("Answers until")}
					hint={t(
						"The last day on which an answer counts. People read this date.",
					)}
					value={suggested}
					earliest={earliest}
					required
				/>
				<TextArea
					name="note"
					label={t("Why this plan")}
					hint={t(
						"On what grounds it is the one to propose{decisions, plural, =0 {} one {, and why one pair was decided by hand} other {, and why # pairs were decided by hand}}. Kept with your name and the fingerprint of exactly these pairs; never changed afterwards.",
						{ decisions },
					)}
					audience="program-managers"
					rows={4}
					required
				/>
				<p class="hint">
					{t(
						"With it are kept what the plan is planned for ({aim}) and the version of the policy.",
						{
							aim: planName(round.objective),
						},
					)}
				</p>
				<p class="fingerprint">
					{t("Fingerprint")} <code>{round.fingerprint}</code>
				</p>
			</Form>
		</Page>
	);
}
