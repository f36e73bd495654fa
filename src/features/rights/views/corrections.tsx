import { Audience } from "../../../ui/audience.tsx";
import { ButtonForm } from "../../../ui/button.tsx";
import { Select } from "../../../ui/choices.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, formatList, t } from "../../../ui/text.ts";
import { personName } from "../../people/person-name.ts";
import { recordReaders } from "../../people/views/record-form.tsx";
import { factChoices, factLabel } from "../fact-choices.ts";
import type { Correction } from "../queries/corrections.ts";

type Props = {
	frame: Frame;
	corrections: readonly Correction[];
	office: readonly {
		readonly id: string;
		readonly first_name: string;
		readonly last_name: string;
	}[];
	state: FormState | undefined;
};

export function CorrectionsPage(props: Props) {
	const { frame, corrections, office, state } = props;
	return (
		<Page
			frame={frame}
			title={t("Is something HR says about you wrong?")}
			lead={
				office.length === 0
					? t(
							"Nobody keeps the records at present; an administrator can change that.",
						)
					: t("{names} will answer, here and by mail.", {
							names: formatList(office.map(personName)),
						})
			}
			parent={{ label: t("Your data"), href: "/me/data" }}
		>
			<Section title={t("Ask for a correction")} layout="beside">
				<Form
					action="/me/data/corrections"
					submit={t("Ask for it")}
					state={state}
				>
					<Select
						name="about"
						label={t("What is wrong")}
						unchosen={t("Choose")}
						choices={factChoices()}
						required
					/>
					<TextArea
						name="wanted"
						label={t("What is right")}
						audience={recordReaders()}
						required
					/>
				</Form>
			</Section>
			{corrections.length > 0 && <Asked corrections={corrections} />}
		</Page>
	);
}

function Asked({ corrections }: Pick<Props, "corrections">) {
	return (
		<Section title={t("What you asked for")}>
			<Table
				caption={t("What you asked for")}
				captionUnseen
				rows={corrections}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "about",
						label: t("What is wrong"),
						cell: ({ about, wanted }) => (
							<>
								{factLabel(about)}
								<small>{wanted}</small>
							</>
						),
					},
					{
						key: "asked",
						label: t("Asked"),
						kind: "date",
						cell: ({ askedAt }) => formatDate(askedAt),
					},
					{
						key: "answer",
						label: t("Answer"),
						cell: (correction) => <Answered correction={correction} />,
					},
				]}
			/>
			<Audience of={recordReaders()} />
		</Section>
	);
}

function Answered({ correction }: { correction: Correction }) {
	const { outcome, answer, answeredAt } = correction;
	if (outcome === null)
		return (
			<ButtonForm
				action={`/me/data/corrections/${correction.id}/withdraw`}
				weight="quiet"
			>
				{t("Withdraw")}
			</ButtonForm>
		);
	return (
		<>
			{outcomeWords(outcome)}
			{answer !== null && <small>{answer}</small>}
			{answeredAt !== null && outcome !== "withdrawn" && (
				<small>
					{personName({
						first_name: correction.answeredFirst ?? "",
						last_name: correction.answeredLast ?? "",
					})}
					{", "}
					{formatDate(answeredAt)}
				</small>
			)}
		</>
	);
}

function outcomeWords(outcome: "corrected" | "kept" | "withdrawn"): string {
	switch (outcome) {
		case "corrected":
			return t("Corrected");
		case "kept":
			return t("Stays as it is");
		case "withdrawn":
			return t("Withdrawn by you");
	}
}
