import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { KeyFigure, KeyFigures } from "../../../ui/key-figure.tsx";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatNumber, t } from "../../../ui/text.ts";
import { policyOf } from "../policy-document.ts";
import { ruleTitle } from "../policy-names.ts";
import { TalksSection } from "../chemistry/views/talks-section.tsx";
import type { Chemistry } from "../chemistry/queries.ts";
import type { Readiness } from "../queries/readiness.ts";
import type { Round } from "../queries/rounds.ts";
import { ruleMeaning } from "../term-meaning.ts";
import { RoundHead, type RoundPageFacts } from "./round-head.tsx";
import { WeightBars } from "./weight-bars.tsx";

type DraftProps = RoundPageFacts & {
	frame: Frame;
	round: Round;
	ready: Readiness;
	decisions: number;
	/** Where people are asked to talk before they are paired. */
	talks: Chemistry | undefined;
};

/** Before the first run: who takes part, and what will count. */
export function DraftPage(props: DraftProps) {
	const { frame, round, ready, talks } = props;
	const base = `/programs/${round.program}/rounds/${round.id}`;
	const policy = policyOf(round.policy);
	const isTalking =
		talks !== undefined && talks.endedAt === null && talks.problem === null;
	const canRun = !isTalking && ready.mentees > 0 && ready.mentors > 0;
	return (
		<Page
			frame={frame}
			title={t("Who waits, and what will count")}
			parent={{
				label: round.programName,
				href: `/programs/${round.program}/rounds`,
			}}
			lead={t(
				"Look at the figures and the weights, then let Baton find the best pairs. It can be run as often as you like; nobody is told anything before you publish.",
			)}
			action={
				canRun ? (
					<ButtonForm action={`${base}/run`} weight="primary">
						{t("Find the best pairs")}
					</ButtonForm>
				) : undefined
			}
		>
			<RoundHead facts={props} base={base} />
			<div class="board-totals">
				<KeyFigures>
					<KeyFigure
						value={formatNumber(ready.mentees)}
						label={t(
							"{mentees, plural, one {mentee waits for a mentor} other {mentees wait for a mentor}}",
							{ mentees: ready.mentees },
						)}
					/>
					<KeyFigure
						value={formatNumber(ready.places)}
						label={t("{places, plural, one {free place} other {free places}}", {
							places: ready.places,
						})}
						note={t("at {mentors, plural, one {# mentor} other {# mentors}}", {
							mentors: ready.mentors,
						})}
						tone={ready.places < ready.needed ? "attention" : "plain"}
					/>
				</KeyFigures>
			</div>
			<Section
				title={t("What makes a good pair")}
				layout="beside"
				action={
					<LinkButton href={`${base}/policy`}>{t("Change it")}</LinkButton>
				}
			>
				<WeightBars policy={policy} />
			</Section>
			<TalksSection talks={talks} base={base} />
			<Section title={t("What must never be")} layout="beside">
				<dl class="rules">
					{policy.rules.map((rule) => (
						<div key={rule.name}>
							<dt>{ruleTitle(rule.name)}</dt>
							<dd>{ruleMeaning(rule.test)}</dd>
						</div>
					))}
				</dl>
			</Section>
		</Page>
	);
}
