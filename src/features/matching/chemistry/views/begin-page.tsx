import { DateField, NumberField } from "../../../../ui/fields.tsx";
import { Form, type FormState } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { Section } from "../../../../ui/section.tsx";
import { Status } from "../../../../ui/status.tsx";
import { t } from "../../../../ui/text.ts";
import type { Standing } from "../../../programs/standing.ts";
import { ProgramTabs } from "../../../programs/views/program-tabs.tsx";
import type { Readiness } from "../../queries/readiness.ts";
import type { Round } from "../../queries/rounds.ts";
import type { Chemistry } from "../queries.ts";

type Props = {
	frame: Frame;
	standing: Standing;
	round: Round;
	problem: Chemistry["problem"] | undefined;
	ready: Readiness;
	weighsWishes: boolean;
	hasKinds: boolean;
	answerBy: string;
	tomorrow: string;
	state: FormState | undefined;
};

/** Before anybody is asked to talk: what it does, and how many talks. */
export function BeginTalksPage(props: Props) {
	const { frame, standing, round, problem } = props;
	const base = `/programs/${round.program}/rounds/${round.id}`;
	return (
		<Page
			frame={frame}
			title={t("Should people talk before they are paired?")}
			lead={t(
				"Each mentee is asked to meet up to three mentors for a short talk. Both say in private how it was, and the pairs are made with what they said.",
			)}
			parent={{
				label: t("Round {number}", { number: round.number }),
				href: base,
			}}
		>
			<ProgramTabs standing={standing} current="rounds" />
			{problem && (
				<p>
					<Status kind="attention">{problemSentence(problem)}</Status>
				</p>
			)}
			<Section title={t("What it does")} layout="beside">
				<ul>
					<li>
						{t(
							"Baton proposes the talks as it proposes pairs: best for all together, under your rules, with no mentor asked too often.",
						)}
					</li>
					{props.hasKinds && (
						<li>
							{t(
								"This round’s policy asks for several kinds of mentors: each mentee meets some of each kind that is still missing, the first kind before the others.",
							)}
						</li>
					)}
					<li>
						{t(
							"A yes weighs as a wish; after “not now” or “rather not” the two are not paired in this round. Nobody sees a refusal, and nobody sees who said what: not you, not the other side.",
						)}
					</li>
					<li>
						{t(
							"You then let Baton propose the pairs and publish them as always: both sides are asked once more.",
						)}
					</li>
				</ul>
				{!props.weighsWishes && (
					<p>
						<Status kind="attention">
							{t(
								"Under this round’s policy a wish gives no points, so a yes would weigh nothing.",
							)}
						</Status>{" "}
						<a href={`${base}/policy`}>{t("Give wishes a weight first")}</a>
					</p>
				)}
			</Section>
			<Terms {...props} base={base} />
		</Page>
	);
}

function Terms({
	base,
	ready,
	answerBy,
	tomorrow,
	state,
}: Props & { base: string }) {
	return (
		<Section
			title={t("How many, and until when")}
			lead={t(
				"{mentees, plural, one {# mentee waits} other {# mentees wait}}; {mentors, plural, one {# mentor has} other {# mentors have}} a free place.",
				{ mentees: ready.mentees, mentors: ready.mentors },
			)}
			layout="beside"
		>
			<Form
				action={`${base}/talks`}
				submit={t("Ask them to talk")}
				cancel={{ label: t("Not now"), href: base }}
				state={state}
			>
				<NumberField
					name="talksEach"
					label={t("Talks for each mentee")}
					hint={t("Up to three.")}
					value={3}
					least={1}
					most={3}
					required
				/>
				<NumberField
					name="mostTalks"
					label={t("Talks for a mentor, at most")}
					hint={t("No mentor is asked for more, whatever their places.")}
					value={suggestedLoad(ready)}
					least={1}
					most={20}
					required
				/>
				<DateField
					name="answerBy"
					label={t("Last day to say how it was")}
					hint={t(
						"Whoever has not answered is reminded once, three days before.",
					)}
					value={answerBy}
					earliest={tomorrow}
					required
				/>
			</Form>
		</Section>
	);
}

// As few as give everyone three talks, were it not for the rules; never fewer than three.
function suggestedLoad({ mentees, mentors }: Readiness): number {
	const even = Math.ceil((3 * mentees) / Math.max(1, mentors));
	return Math.min(20, Math.max(3, even));
}

function problemSentence(problem: NonNullable<Chemistry["problem"]>): string {
	switch (problem) {
		case "nobody":
			return t("Under these rules there is nobody to talk with anybody.");
		case "policy":
			return t(
				"Talks could not be proposed: the policy or a pinned pair stands in the way. A run of the round says which.",
			);
		case "broken":
			return t("Talks could not be proposed. Please try again.");
	}
}
