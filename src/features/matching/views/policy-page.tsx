import { ButtonForm } from "../../../ui/button.tsx";
import { Checkbox, RadioGroup } from "../../../ui/choices.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { FileField, NumberField } from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatList, formatPercent, t } from "../../../ui/text.ts";
import { ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { Standing } from "../../programs/standing.ts";
import { mentorKindName } from "../mentor-kinds.ts";
import { policyOf } from "../policy-document.ts";
import {
	figureField,
	otherField,
	type PolicyForm,
	policyForm,
	ruleField,
	weightField,
} from "../policy-form.ts";
import { ruleTitle, termName } from "../policy-names.ts";
import type { Round } from "../queries/rounds.ts";
import type { RuleKey } from "../rule-catalogue.ts";
import { ruleMeaning, termMeaning } from "../term-meaning.ts";
import { isBounded } from "../term-weight.ts";
import { Kinds } from "./kinds-section.tsx";
import { ShareBar } from "./weight-bars.tsx";

type PolicyPageProps = {
	frame: Frame;
	standing: Standing;
	round: Round;
	state: FormState | undefined;
};

/** The committee's say: what makes a good pair, and what must never be. */
export function PolicyPage({ frame, standing, round, state }: PolicyPageProps) {
	const base = `/programs/${round.program}/rounds/${round.id}`;
	const form = policyForm(policyOf(round.policy));
	return (
		<Page
			frame={frame}
			title={t("What makes a good pair")}
			parent={{
				label: t("Round {number}", { number: round.number }),
				href: base,
			}}
			lead={t(
				"Points say what counts how much; rules say what must never be, however many points a pair would have. Places come from the enrolments.",
			)}
		>
			<ProgramTabs standing={standing} current="rounds" />
			<Form
				action={`${base}/policy`}
				submit={t("Keep this policy")}
				cancel={{ label: t("Leave it as it was"), href: base }}
				state={state}
			>
				<Weights form={form} />
				<Kinds policy={round.policy} />
				<Rules form={form} />
				<Section title={t("What comes first")} layout="beside">
					<RadioGroup
						name="objective"
						required
						label={t("Objective")}
						value={round.objective}
						choices={[
							{
								value: "people",
								label: t("As many people as possible"),
								hint: t(
									"First that as many mentees as possible have a mentor (where some may have several, then that as many mentors as possible have a mentee), then the greatest sum of points.",
								),
							},
							{
								value: "total",
								label: t("The greatest sum of points"),
								hint: t(
									"A pair that takes points off is never made, even if somebody then has nobody.",
								),
							},
							{
								value: "worst-first",
								label: t("The worst pair as good as can be"),
								hint: t(
									"First as many mentees as possible, then the weakest pair as strong as possible, then the sum.",
								),
							},
							{
								value: "stable",
								label: t("A stable plan"),
								hint: t(
									"No two people who are not paired would both rather have each other. Usually leaves more people without a mentor.",
								),
							},
							...(round.equityRatio === null
								? []
								: [
										{
											value: "fair",
											label: t("Groups kept within {ratio} of each other", {
												ratio: formatPercent(round.equityRatio / 1_000_000),
											}),
											hint: t(
												"As it was taken on the board; another ratio is taken there.",
											),
										},
									]),
						]}
					/>
				</Section>
			</Form>
			<div class="after-form">
				<Section
					title={t("As a file")}
					layout="beside"
					lead={t("The policy is a document that the command line reads too.")}
				>
					<Disclosure
						summary={t("Take a policy from a file")}
						isOpen={state?.errors["policy"] !== undefined}
					>
						<Form
							id="import"
							action={`${base}/policy/import`}
							submit={t("Take this policy")}
							weight="secondary"
							multipart
							state={state?.errors["policy"] === undefined ? undefined : state}
						>
							<FileField
								name="policy"
								label={t("Policy file")}
								hint={t(
									"JSON. What is wrong in it is told by its place; then nothing changes.",
								)}
								accept=".json"
								required
							/>
						</Form>
					</Disclosure>
					<ButtonForm
						action={`${base}/policy/template`}
						weight="quiet"
						icon="undo"
					>
						{t("Start over from the template")}
					</ButtonForm>
				</Section>
			</div>
		</Page>
	);
}

export function Weights({ form }: { form: PolicyForm }) {
	const total = form.terms.reduce((sum, { weight }) => sum + weight, 0);
	return (
		<Section
			title={t("Points")}
			layout="beside"
			lead={t(
				"The bar is the share of all points a pair can reach. 0 leaves a part out.",
			)}
		>
			<div class="weights">
				{form.terms.map(({ term, weight }, place) => (
					<div class="weight" key={term.name}>
						<NumberField
							name={weightField(place)}
							label={termName(term.name)}
							hint={termMeaning(term.measure)}
							value={weight}
							least={0}
							step="any"
							unit={
								isBounded(term.measure)
									? t("points at most")
									: t("points for each")
							}
							required
						/>
						<div class="weight-share">
							<ShareBar share={total === 0 ? 0 : weight / total} />
							<span>{formatPercent(total === 0 ? 0 : weight / total)}</span>
						</div>
					</div>
				))}
			</div>
		</Section>
	);
}

export function Rules({ form }: { form: PolicyForm }) {
	return (
		<Section
			title={t("Rules")}
			layout="beside"
			lead={t(
				"A pair that breaks one of these is never proposed, and cannot be pinned.",
			)}
		>
			{form.rules.map(({ known, setting }) => (
				<div class="rule" key={known.key}>
					{known.isFixed ? (
						<p>
							<strong>{ruleWords(known.key)}</strong>{" "}
							<span class="hint">{t("Always holds.")}</span>
						</p>
					) : (
						<Checkbox
							name={ruleField(known.key)}
							label={ruleWords(known.key)}
							checked={setting.isOn}
						/>
					)}
					{known.figures.length > 0 && (
						<FieldRow>
							{known.figures.map((figure) => (
								<NumberField
									key={figure}
									name={figureField(known.key, figure)}
									label={figureWords(known.key, figure)}
									value={setting[figure] ?? known.usual[figure]}
									step={known.key === "clocks" ? "any" : 1}
									required
								/>
							))}
						</FieldRow>
					)}
				</div>
			))}
			<p class="rule">
				<strong>{t("Nobody is paired with someone they must not meet")}</strong>{" "}
				<span class="hint">{t("Always holds.")}</span>
			</p>
			{form.others
				.filter(({ isFixed }) => !isFixed)
				.map(({ rule, place }) => (
					<Checkbox
						key={rule.name}
						name={otherField(place)}
						label={ruleTitle(rule.name)}
						hint={withKinds(ruleMeaning(rule.test), rule.kinds)}
						checked
					/>
				))}
		</Section>
	);
}

/** What a rule asks, and of which kinds of mentors if not of all. */
function withKinds(
	meaning: string,
	kinds: readonly string[] | undefined,
): string {
	return kinds === undefined
		? meaning
		: t("{meaning} Only for: {kinds}.", {
				meaning,
				kinds: formatList(kinds.map(mentorKindName)),
			});
}

function ruleWords(key: RuleKey): string {
	switch (key) {
		case "line":
			return t("Nobody is paired with a manager above them");
		case "languages":
			return t("They must share languages");
		case "clocks":
			return t("Their clocks must not be too far apart");
		case "grade":
			return t("The mentor’s grade stands in this distance to the mentee’s");
		case "unit":
			return t("Never the same unit");
		case "function":
			return t("Never the same function");
		case "past":
			return t("Nobody whom they were paired with before");
	}
}

function figureWords(key: RuleKey, figure: "least" | "most"): string {
	if (key === "languages") return t("Languages in common, at least");
	if (key === "clocks") return t("Hours apart, at most");
	return figure === "least"
		? t("Steps above, at least (below: minus)")
		: t("Steps above, at most");
}
