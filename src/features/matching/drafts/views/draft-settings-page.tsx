import { RadioGroup } from "../../../../ui/choices.tsx";
import { Disclosure } from "../../../../ui/disclosure.tsx";
import { NumberField, TextField } from "../../../../ui/fields.tsx";
import { Form, FieldRow, type FormState } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { Section } from "../../../../ui/section.tsx";
import { t } from "../../../../ui/text.ts";
import { ProgramTabs } from "../../../programs/views/program-tabs.tsx";
import type { Standing } from "../../../programs/standing.ts";
import { policyOf } from "../../policy-document.ts";
import { policyForm } from "../../policy-form.ts";
import { planKinds } from "../../plans.ts";
import type { Round } from "../../queries/rounds.ts";
import { planName } from "../../views/plans.tsx";
import { Rules, Weights } from "../../views/policy-page.tsx";
import { placeField } from "../forms.ts";
import type { Draft } from "../queries.ts";

type SettingsPageProps = {
	frame: Frame;
	standing: Standing;
	round: Round;
	draft: Draft;
	/** Places each mentor offers, in the order of names. */
	offered: ReadonlyMap<string, number>;
	names: ReadonlyMap<string, string>;
	state: FormState | undefined;
};

/** What a draft would change: the policy, the places, what the plan is for. */
export function DraftSettingsPage(props: SettingsPageProps) {
	const { draft, round } = props;
	const own = `/programs/${round.program}/rounds/${round.id}/drafts/${draft.id}`;
	const form = policyForm(policyOf(draft.policy));
	return (
		<Page
			frame={props.frame}
			title={t("What the draft changes")}
			parent={{ label: t("What if: {name}", { name: draft.name }), href: own }}
			lead={t(
				"Change what you want to try. The round itself stays as it is, whatever you change here.",
			)}
		>
			<ProgramTabs standing={props.standing} current="rounds" />
			<Form
				action={`${own}/settings`}
				submit={t("Keep and compare")}
				cancel={{ label: t("Leave it as it was"), href: own }}
				state={props.state}
			>
				<input type="hidden" name="seen" value={String(draft.version)} />
				<Section title={t("Name")} layout="beside">
					<TextField
						name="name"
						label={t("What it tries")}
						value={draft.name}
						audience="program-managers"
						maxLength={80}
						required
					/>
				</Section>
				<Weights form={form} />
				<Rules form={form} />
				<AimFields draft={draft} />
				<PlaceFields {...props} />
			</Form>
		</Page>
	);
}

function AimFields({ draft }: { draft: Draft }) {
	return (
		<Section title={t("What comes first")} layout="beside">
			<RadioGroup
				name="objective"
				required
				label={t("Objective")}
				value={draft.objective}
				choices={planKinds.map((kind) => ({
					value: kind,
					label: planName(kind),
					hint: aimHint(kind),
				}))}
			/>
			<FieldRow>
				<RadioGroup
					name="measure"
					required
					label={t("Equity-guarded: what is compared")}
					value={draft.measure}
					choices={[
						{ value: "access", label: t("Access: the share with a mentor") },
						{ value: "quality", label: t("Quality: the mean score") },
					]}
				/>
				<NumberField
					name="ratio"
					label={t("At least, of the best-off group’s")}
					value={(draft.ratio ?? 800_000) / 10_000}
					least={1}
					most={100}
					step={1}
					unit="%"
					required
				/>
			</FieldRow>
		</Section>
	);
}

function aimHint(kind: Draft["objective"]): string {
	switch (kind) {
		case "people":
			return t(
				"First that as many mentees as possible have a mentor (where some may have several, then that as many mentors as possible have a mentee), then the greatest sum of points.",
			);
		case "total":
			return t(
				"A pair that takes points off is never made, even if somebody then has nobody.",
			);
		case "fair":
			return t(
				"No group has less than the ratio below of what the best-off group has.",
			);
		case "worst-first":
			return t(
				"First as many mentees as possible, then the weakest pair as strong as possible, then the sum.",
			);
		case "stable":
			return t(
				"No two people who are not paired would both rather have each other. Usually leaves more people without a mentor.",
			);
	}
}

function PlaceFields({ draft, offered, names }: SettingsPageProps) {
	return (
		<Section
			title={t("Places")}
			layout="beside"
			lead={t(
				"How many mentees each mentor would take. Places beyond those offered are only supposed: nobody is asked by this.",
			)}
		>
			<NumberField
				name="everyone"
				label={t("For every mentor, on top of the figures below")}
				hint={t("Minus for fewer.")}
				value={0}
				least={-5}
				most={5}
				step={1}
				required
			/>
			<Disclosure
				summary={t("Mentor by mentor ({count})", { count: offered.size })}
				isOpen={draft.places.size > 0 && offered.size <= 40}
			>
				<div class="draft-places">
					{[...offered].map(([mentor, places]) => (
						<NumberField
							key={mentor}
							name={placeField(mentor)}
							label={names.get(mentor) ?? t("somebody")}
							value={places + (draft.places.get(mentor) ?? 0)}
							least={0}
							step={1}
							unit={t("offers {places}", { places })}
							required
						/>
					))}
				</div>
			</Disclosure>
		</Section>
	);
}
