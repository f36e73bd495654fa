import { acceptedEndings } from "../../../platform/files/file-type.ts";
import { ButtonForm } from "../../../ui/button.tsx";
import { Checkbox, RadioGroup } from "../../../ui/choices.tsx";
import { FileField, TextArea, TextField } from "../../../ui/fields.tsx";
import { FieldGroup, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { locales, t } from "../../../ui/text.ts";
import { longestHint, longestLabel } from "../forms.ts";
import {
	type ProgramStep,
	programStepRoles,
} from "../queries/program-steps.ts";
import { roleTitle } from "./program-steps-page.tsx";

/** A new first step of a program, or with `step` a change to one. */
export function ProgramStepFormPage({
	frame,
	program,
	step,
	state,
}: {
	frame: Frame;
	program: { readonly id: string; readonly name: string };
	step: ProgramStep | undefined;
	state: FormState | undefined;
}) {
	const base = `/programs/${program.id}/first-steps`;
	return (
		<Page
			frame={frame}
			width="measure"
			title={
				step === undefined
					? t("What belongs to beginning here?")
					: t("How should this step read?")
			}
			parent={{
				label: t("First steps of {program}", { program: program.name }),
				href: base,
			}}
			lead={t(
				"Write it in one language or in both: whoever reads Baton in the other one sees what there is.",
			)}
		>
			<Form
				action={step === undefined ? base : `${base}/${step.id}`}
				submit={step === undefined ? t("Add the step") : t("Save")}
				cancel={{ label: t("Not now"), href: base }}
				state={state}
				multipart
			>
				<RadioGroup
					name="role"
					label={t("Who it is for")}
					required
					value={step?.role ?? "mentor"}
					choices={programStepRoles.map((role) => ({
						value: role,
						label: roleTitle(role),
					}))}
				/>
				{locales.map(({ locale, label }) => (
					<FieldGroup key={locale} legend={label}>
						<TextField
							name={`label-${locale}`}
							label={t("What there is to do")}
							audience="program"
							maxLength={longestLabel}
							value={step?.words[locale]?.label ?? ""}
						/>
						<TextArea
							name={`hint-${locale}`}
							label={t("Why, or how long it takes")}
							audience="program"
							rows={2}
							maxLength={longestHint}
							value={step?.words[locale]?.hint ?? ""}
						/>
					</FieldGroup>
				))}
				<TextField
					name="link"
					label={t("Where it is done")}
					hint={t(
						"An address beginning with https://, or a page of Baton beginning with /. May stay empty.",
					)}
					value={step?.link ?? ""}
				/>
				<FileField
					name="file"
					label={
						step?.file ? t("Another file in its place") : t("A file to keep")
					}
					hint={t(
						"At most 25 MB: PDF, pictures, plain text, office documents without macros.",
					)}
					audience="program"
					accept={acceptedEndings}
				/>
				{step?.file && (
					<Checkbox
						name="without-file"
						label={t("Remove the file {name}", { name: step.file.name })}
					/>
				)}
			</Form>
			{step !== undefined && (
				<Section
					title={t("No longer part of it?")}
					lead={t(
						"Its file goes with it, and so do the ticks of whoever did it.",
					)}
				>
					<ButtonForm weight="quiet" action={`${base}/${step.id}/remove`}>
						{t("Remove this step")}
					</ButtonForm>
				</Section>
			)}
		</Page>
	);
}
