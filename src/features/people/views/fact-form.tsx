import { ButtonForm } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/choices.tsx";
import { Combobox, DateField, NumberField } from "../../../ui/fields.tsx";
import { FieldGroup, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { factMark } from "../commands/facts.ts";
import { factName, factSuggestions } from "../fact-name.ts";
import { generationName } from "../fact-value.ts";
import { markOf } from "../mark.ts";
import type { OwnFact } from "../queries/own.ts";

/** One fact, and a yes or no to each use of it. */
export function FactPage({
	frame,
	fact,
	today,
	state,
}: {
	frame: Frame;
	fact: OwnFact;
	today: string;
	state: FormState | undefined;
}) {
	const path = `/me/sensitive/${fact.fact}`;
	return (
		<Page
			frame={frame}
			title={factName(fact)}
			lead={t(
				"You need not say this, and you can delete it at any time. Nobody else ever reads it.",
			)}
			parent={{ label: t("What only you can say"), href: "/me/sensitive" }}
			width="measure"
		>
			<Form
				action={path}
				submit={t("Save")}
				cancel={{ label: t("Not now"), href: "/me/sensitive" }}
				state={state}
			>
				<input type="hidden" name="seen" value={markOf(factMark(fact))} />
				<FactInput fact={fact} today={today} />
				<Uses fact={fact} />
			</Form>
			{(fact.declared !== null || fact.proposed !== null) && (
				<ButtonForm action={`${path}/delete`} weight="quiet">
					{t("Delete it, and every yes with it")}
				</ButtonForm>
			)}
		</Page>
	);
}

function FactInput({ fact, today }: { fact: OwnFact; today: string }) {
	const shared = {
		name: "value",
		label: factName(fact),
		audience: "you-alone",
		required: true,
	} as const;
	const value = fact.declared ?? fact.proposed ?? "";
	if (fact.fact === "birthYear")
		return (
			<NumberField
				{...shared}
				value={value === "" ? undefined : Number(value)}
				least={1900}
				most={Number(today.slice(0, 4))}
			/>
		);
	if (typeof fact.field !== "string" && fact.field.kind === "date")
		return <DateField {...shared} value={value} />;
	return (
		<Combobox
			{...shared}
			hint={t("In your own words.")}
			value={value}
			suggestions={factSuggestions(fact)}
		/>
	);
}

function Uses({ fact }: { fact: OwnFact }) {
	return (
		<FieldGroup
			legend={t("May it be used?")}
			hint={t("With neither, it is kept for you and used for nothing.")}
		>
			<Checkbox
				name="pairing"
				label={pairingLabel(fact)}
				audience="pairing-only"
				checked={fact.mayPair}
			/>
			<Checkbox
				name="audit"
				label={t(
					"The equity audit may count it, to see whether people are treated alike",
				)}
				audience="groups-of-five"
				checked={fact.mayAudit}
			/>
		</FieldGroup>
	);
}

function pairingLabel(fact: OwnFact): string {
	if (fact.fact !== "birthYear") return t("Pairing may use it");
	const year = fact.declared ?? fact.proposed;
	const generation = year === null ? undefined : generationName(year);
	return generation === undefined
		? t("Pairing may use my generation, never the year")
		: t("Pairing may use my generation ({generation}), never the year", {
				generation,
			});
}
