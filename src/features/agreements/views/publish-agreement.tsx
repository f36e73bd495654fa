import type { AgreementTopic } from "../../../domain/relationships/agreement.ts";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Program } from "../../programs/queries/programs.ts";
import type { AgreementDraft, PublishedText } from "../queries.ts";
import { topicName } from "../words.ts";
import { AgreementChanges, AgreementWords } from "./agreement-text.tsx";

export function PublishAgreementPage({
	frame,
	program,
	topic,
	draft,
	current,
	state,
}: {
	frame: Frame;
	program: Pick<Program, "id" | "name">;
	topic: AgreementTopic;
	draft: NonNullable<AgreementDraft>;
	current: PublishedText | undefined;
	state?: FormState | undefined;
}) {
	const base = `/programs/${program.id}/agreements`;
	const after = current?.version ?? 0;
	return (
		<Page
			frame={frame}
			title={t("Publish “{topic}” as version {version}?", {
				topic: topicName(topic),
				version: after + 1,
			})}
			lead={
				draft.by === undefined
					? t("Draft of {date}", { date: formatDate(draft.at) })
					: t("Draft of {date} by {name}", {
							date: formatDate(draft.at),
							name: draft.by,
						})
			}
			parent={{ label: t("Agreements"), href: `${base}#${topic}` }}
			width="measure"
		>
			{current === undefined ? (
				<Section title={t("What everyone will be asked to accept")}>
					<AgreementWords text={draft.text} />
				</Section>
			) : (
				<Section
					title={t("What changes")}
					lead={t("Every member is shown exactly this.")}
				>
					<AgreementChanges before={current.text} after={draft.text} />
				</Section>
			)}
			<Form
				action={`${base}/${topic}/publish`}
				submit={t("Publish version {version}", { version: after + 1 })}
				cancel={{ label: t("Go on writing"), href: `${base}/${topic}/edit` }}
				state={state}
			>
				<input type="hidden" name="revision" value={draft.revision} />
				<input type="hidden" name="after" value={after} />
				{current === undefined ? (
					<input type="hidden" name="again" value="yes" />
				) : (
					<AskAgain />
				)}
			</Form>
			<Actions>
				<ButtonForm action={`${base}/${topic}/discard`} weight="danger">
					{t("Discard the draft")}
				</ButtonForm>
				<LinkButton weight="quiet" href={base}>
					{t("Leave it for later")}
				</LinkButton>
			</Actions>
		</Page>
	);
}

function AskAgain() {
	return (
		<>
			<RadioGroup
				name="again"
				label={t("Who is asked")}
				value="yes"
				choices={[
					{
						value: "yes",
						label: t("Everyone accepts anew"),
						hint: t(
							"Until every member has, a relationship is told to do so before its next session.",
						),
					},
					{
						value: "no",
						label: t("A small change of wording: earlier acceptances stand"),
						hint: t("Nobody is asked again, and everyone can read why."),
					},
				]}
				required
			/>
			<TextField
				name="reason"
				label={t("Why nobody needs to be asked again")}
				hint={t("Only for a small change. All members can read it.")}
				maxLength={300}
			/>
		</>
	);
}
