import { LinkButton } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { personName } from "../../people/person-name.ts";
import { recordReaders } from "../../people/views/record-form.tsx";
import { factLabel } from "../fact-choices.ts";
import type { OpenCorrection } from "../queries/corrections.ts";

export function AnswerCorrectionsPage({
	frame,
	open,
	state,
}: {
	frame: Frame;
	open: readonly OpenCorrection[];
	state: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			title={t("Whose record is to be corrected?")}
			lead={t(
				"Change the record first where they are right, then answer. They read what you say.",
			)}
			parent={{ label: t("People"), href: "/people" }}
		>
			{open.length === 0 && (
				<EmptyState title={t("Nobody asks for a correction")}>
					{t("When somebody says that their record is wrong, it waits here.")}
				</EmptyState>
			)}
			{open.map((request) => (
				<Request
					key={request.id}
					request={request}
					state={open.length === 1 ? state : undefined}
				/>
			))}
		</Page>
	);
}

function Request({
	request,
	state,
}: {
	request: OpenCorrection;
	state: FormState | undefined;
}) {
	const { id, person, about, wanted, askedAt } = request;
	return (
		<Section
			title={personName(request)}
			lead={t("{fact}, asked {date}", {
				fact: factLabel(about),
				date: formatDate(askedAt),
			})}
			layout="beside"
		>
			<blockquote>{wanted}</blockquote>
			<LinkButton href={`/people/${person}/record/edit`} weight="quiet">
				{t("Open the record to change it")}
			</LinkButton>
			<Form
				id={`answer-${id}-`}
				action={`/corrections/${id}/answer`}
				submit={t("Answer")}
				state={state}
			>
				<RadioGroup
					name="outcome"
					label={t("What came of it")}
					required
					choices={[
						{ value: "corrected", label: t("It is corrected") },
						{ value: "kept", label: t("It stays as it is") },
					]}
				/>
				<TextArea
					name="answer"
					label={t("Why, or what you did")}
					audience={recordReaders()}
				/>
			</Form>
		</Section>
	);
}
