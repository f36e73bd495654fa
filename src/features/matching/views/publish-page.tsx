import { DateField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { Standing } from "../../programs/standing.ts";
import type { Round } from "../queries/rounds.ts";

export function PublishPage({
	frame,
	standing,
	round,
	suggested,
	earliest,
	state,
}: {
	frame: Frame;
	standing: Standing;
	round: Round;
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
			</Form>
		</Page>
	);
}
