import {
	type AgreementText,
	type AgreementTopic,
	longestHeading,
	mostSections,
} from "../../../domain/relationships/agreement.ts";
import { Actions, Button, LinkButton } from "../../../ui/button.tsx";
import { TextArea, TextField } from "../../../ui/fields.tsx";
import { FieldGroup, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import type { Program } from "../../programs/queries/programs.ts";
import { topicName } from "../words.ts";

/** Empty places for headings that may still come. */
const spare = 2;

export function EditAgreementPage({
	frame,
	program,
	topic,
	text,
	revision,
	begunFrom,
	state,
}: {
	frame: Frame;
	program: Pick<Program, "id" | "name">;
	topic: AgreementTopic;
	text: AgreementText;
	revision: number;
	begunFrom: string;
	state?: FormState | undefined;
}) {
	const base = `/programs/${program.id}/agreements`;
	const typed = mostSectionTyped(state);
	const places = Math.min(
		mostSections,
		Math.max(text.sections.length + spare, typed + 1),
	);
	return (
		<Page
			frame={frame}
			title={t("Write the text on {topic}", {
				topic: topicName(topic).toLocaleLowerCase(),
			})}
			lead={begunFrom}
			parent={{ label: t("Agreements"), href: `${base}#${topic}` }}
			width="measure"
		>
			<Form action={`${base}/${topic}/draft`} state={state}>
				<input type="hidden" name="revision" value={revision} />
				{Array.from({ length: places }, (_, place) => (
					<SectionFields
						key={place}
						place={place}
						section={text.sections[place]}
					/>
				))}
				<Actions>
					<Button name="next" value="publish">
						{t("Look at it as a whole")}
					</Button>
					<Button name="next" value="save" weight="secondary">
						{t("Keep the draft")}
					</Button>
					<LinkButton weight="quiet" href={base}>
						{t("Not now")}
					</LinkButton>
				</Actions>
			</Form>
		</Page>
	);
}

function SectionFields({
	place,
	section,
}: {
	place: number;
	section: AgreementText["sections"][number] | undefined;
}) {
	return (
		<FieldGroup legend={t("Heading {number, number}", { number: place + 1 })}>
			<TextField
				name={`heading-${place}`}
				label={t("Heading")}
				value={section?.heading ?? ""}
				maxLength={longestHeading}
				required={section !== undefined}
			/>
			<TextArea
				name={`clauses-${place}`}
				label={t("Clauses")}
				hint={t("One a line. Each is a sentence somebody can say yes to.")}
				value={section?.clauses.join("\n") ?? ""}
				rows={section === undefined ? 3 : section.clauses.length + 4}
				required={section !== undefined}
			/>
		</FieldGroup>
	);
}

function mostSectionTyped(state: FormState | undefined): number {
	const places = Object.entries(state?.values ?? {})
		.filter(([name, value]) => name.startsWith("heading-") && value !== "")
		.map(([name]) => Number(name.slice("heading-".length)) + 1);
	return Math.max(0, ...places);
}
