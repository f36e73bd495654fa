import type { Side } from "../../../domain/programs/enrolment.ts";
import type { FactKinds, Rule } from "../../../domain/programs/rule.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Form } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { AdoptedRule } from "../queries/eligibility.ts";
import type { Judged } from "../queries/judge.ts";
import type { Vocabulary } from "../queries/fact-words.ts";
import type { RuleDraft } from "../rule-draft.ts";
import { ruleSentences } from "../rule-words.ts";
import type { Standing } from "../standing.ts";
import { sideNames } from "../words.ts";
import { JudgedPeople, Preview } from "./eligibility-preview.tsx";
import { parentList, ProgramTabs } from "./program-tabs.tsx";
import { RuleForm } from "./rule-form.tsx";

export type EligibilityFacts = {
	readonly side: Side;
	readonly versions: readonly AdoptedRule[];
	readonly kinds: FactKinds;
	readonly vocabulary: Vocabulary;
	/** Only for whoever runs the program. */
	readonly draft: RuleDraft | undefined;
	/** Where the draft comes from. */
	readonly source: "typed" | "in-force" | "template";
	readonly wrong: readonly number[];
	readonly rule: Rule | undefined;
	readonly judged: Judged | undefined;
};

export function EligibilityPage({
	frame,
	standing,
	facts,
}: {
	frame: Frame;
	standing: Standing;
	facts: EligibilityFacts;
}) {
	const { program, manages } = standing;
	const { side, draft } = facts;
	const page = `/programs/${program.id}/eligibility`;
	return (
		<Page
			frame={frame}
			title={t("Who may take part")}
			lead={t(
				"Rules over what is known about people. You see whom they let in and keep out before they count.",
			)}
			parent={parentList()}
			width="wide"
		>
			<ProgramTabs standing={standing} current="eligibility" />
			<Tabs
				label={t("Sides")}
				tabs={(["mentor", "mentee"] as const).map((each) => ({
					label: sideNames(each),
					href: `${page}?side=${each}`,
					current: each === side,
				}))}
			/>
			<InForce facts={facts} programId={program.id} manages={manages} />
			{manages && draft && (
				<Section
					title={
						facts.versions.length === 0
							? t("Rules to begin with")
							: t("Change the rules")
					}
					lead={sourceSentence(facts.source)}
					layout="beside"
				>
					<RuleForm
						action={page}
						side={side}
						draft={draft}
						wrong={facts.wrong}
						kinds={facts.kinds}
						vocabulary={facts.vocabulary}
						weight={canAdopt(facts) ? "secondary" : "primary"}
					/>
				</Section>
			)}
			{manages && draft === undefined && (
				<Section title={t("Change the rules")} layout="beside">
					<p>
						{t(
							"The rules in force are more deeply nested than this form can show. You can begin anew; they stay in force until you adopt others.",
						)}
					</p>
					<LinkButton href={`${page}?side=${side}&joint=all`}>
						{t("Begin anew")}
					</LinkButton>
				</Section>
			)}
			{facts.judged && (
				<Preview
					judged={facts.judged}
					vocabulary={facts.vocabulary}
					gradeScale={gradeScale(facts.kinds)}
				/>
			)}
			{manages && facts.rule && (
				<Adopt facts={facts} page={page} rule={facts.rule} />
			)}
			{facts.judged && (
				<JudgedPeople
					frame={frame}
					judged={facts.judged}
					vocabulary={facts.vocabulary}
				/>
			)}
		</Page>
	);
}

function InForce({
	facts: { versions, vocabulary, side },
	programId,
	manages,
}: {
	facts: EligibilityFacts;
	programId: string;
	manages: boolean;
}) {
	const [current, ...earlier] = versions;
	return (
		<Section
			title={t("In force")}
			layout="beside"
			action={
				manages &&
				current && (
					<LinkButton href={`/programs/${programId}/invite?side=${side}`}>
						{t("Invite those who fit")}
					</LinkButton>
				)
			}
		>
			{current === undefined ? (
				<p>
					{t(
						"No rules yet: as long as that is so, everyone in the organisation fits.",
					)}
				</p>
			) : (
				<>
					{!current.isSound && (
						<p role="alert">
							{t(
								"A field or a grade these rules speak of no longer exists. They let nobody in until you adopt others.",
							)}
						</p>
					)}
					<RuleLines version={current} vocabulary={vocabulary} />
				</>
			)}
			{earlier.length > 0 && (
				<Disclosure
					summary={t(
						"{count, plural, one {One earlier version} other {# earlier versions}}",
						{
							count: earlier.length,
						},
					)}
				>
					{earlier.map((version) => (
						<RuleLines
							key={version.version}
							version={version}
							vocabulary={vocabulary}
						/>
					))}
				</Disclosure>
			)}
		</Section>
	);
}

function RuleLines({
	version: { version, rule, at, by },
	vocabulary,
}: {
	version: AdoptedRule;
	vocabulary: Vocabulary;
}) {
	const lines = ruleSentences(rule, vocabulary);
	return (
		<div class="prose">
			<p class="hint">
				{t("Version {version}, adopted on {date} by {name}", {
					version,
					date: formatDate(at),
					name: by ?? t("the installation"),
				})}
			</p>
			{lines.length === 0 ? (
				<p>{t("Everyone in the organisation.")}</p>
			) : (
				<>
					{lines.length > 1 && (
						<p>
							{"any" in rule ? t("At least one of these:") : t("All of these:")}
						</p>
					)}
					<ul>
						{lines.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
				</>
			)}
		</div>
	);
}

function Adopt({
	facts,
	page,
	rule,
}: {
	facts: EligibilityFacts;
	page: string;
	rule: Rule;
}) {
	const { side, versions } = facts;
	if (!canAdopt(facts)) return null;
	return (
		<Section
			title={t("Let these rules count")}
			lead={t(
				"Whoever stands in the program already stays. Earlier versions are kept.",
			)}
			layout="beside"
		>
			<Form action={page} submit={t("Adopt these rules")}>
				<input type="hidden" name="side" value={side} />
				<input type="hidden" name="rule" value={JSON.stringify(rule)} />
				<input type="hidden" name="from" value={versions[0]?.version ?? 0} />
			</Form>
		</Section>
	);
}

function canAdopt({ rule, source }: EligibilityFacts): boolean {
	return rule !== undefined && source !== "in-force";
}

function sourceSentence(source: EligibilityFacts["source"]): string {
	switch (source) {
		case "typed":
			return t("Not in force: this is what you are trying.");
		case "in-force":
			return t(
				"This is what is in force. Change it and look at what that does.",
			);
		case "template":
			return t(
				"A suggestion of the template. Nothing counts until you adopt it.",
			);
	}
}

function gradeScale(kinds: FactKinds): readonly string[] {
	const grade = kinds["grade"];
	return grade?.kind === "ordered" ? grade.scale : [];
}
