import { ButtonForm } from "../../../ui/button.tsx";
import { RadioGroup, Select } from "../../../ui/choices.tsx";
import { levels } from "../../../domain/competencies/catalogue.ts";
import {
	FileField,
	NumberField,
	TextArea,
	TextField,
} from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { acceptedEndings } from "../../../platform/files/file-type.ts";
import { levelLabel } from "../../competencies/level-name.ts";
import type { StoredCompetency } from "../../competencies/queries.ts";
import type { Curriculum, LearningStep } from "../queries/curricula.ts";
import { FileLink } from "../../../ui/file-link.tsx";

type Props = {
	frame: Frame;
	curriculum: Curriculum;
	step?: LearningStep;
	competencies: readonly StoredCompetency[];
	state: FormState | undefined;
	fileState?: FormState | undefined;
};

/** A new step at the end of a curriculum, or with `step` a change to one. */
export function StepFormPage(props: Props) {
	const { frame, curriculum, step, state } = props;
	const back = step
		? `/learning/steps/${step.id}`
		: `/learning/${curriculum.id}`;
	return (
		<Page
			frame={frame}
			title={
				step ? t("How should this step read?") : t("What is the next step?")
			}
			lead={t(
				"A lesson is read in minutes; an assignment is tried at work and talked about in the next session.",
			)}
			parent={{ label: curriculum.title, href: `/learning/${curriculum.id}` }}
			width="measure"
		>
			<Form
				action={step ? back : `${back}/steps`}
				submit={step ? t("Save") : t("Add the step")}
				cancel={{ label: t("Not now"), href: back }}
				state={state}
			>
				<RadioGroup
					name="kind"
					label={t("What it is")}
					required
					value={step?.kind ?? "lesson"}
					choices={[
						{
							value: "lesson",
							label: t("Lesson"),
							hint: t("To read or to watch."),
						},
						{
							value: "assignment",
							label: t("Assignment"),
							hint: t("To try at work."),
						},
					]}
				/>
				<TextField
					name="title"
					label={t("Title")}
					audience="organisation"
					required
					value={step?.title}
				/>
				<TextArea
					name="body"
					label={t("Text")}
					hint={t(
						"An empty line begins a paragraph; **bold**, *italic*, lines with a hyphen make a list (Markdown).",
					)}
					audience="organisation"
					required
					rows={14}
					value={step?.body}
				/>
				<NumberField
					name="minutes"
					label={t("How long it takes")}
					unit={t("minutes")}
					required
					least={1}
					most={600}
					value={step?.minutes}
				/>
				<TextField
					name="video"
					label={t("Address of a video")}
					hint={t("Shown as a link; nothing is embedded.")}
					value={step?.video ?? undefined}
				/>
				<TextField
					name="question"
					label={t("A question for the next session")}
					hint={t("Whoever has the step at hand is offered it for the agenda.")}
					audience="organisation"
					value={step?.question ?? undefined}
				/>
				<Toward {...props} />
				{step === undefined && (
					<p class="hint">
						{t("A file can be put to it once the step is there.")}
					</p>
				)}
			</Form>
			{step && <StepFile step={step} state={props.fileState} />}
		</Page>
	);
}

function Toward({ step, competencies }: Props) {
	return (
		<FieldRow>
			<Select
				name="competency"
				label={t("Leads toward a competency")}
				unchosen={t("None in particular")}
				value={step?.competency?.id}
				choices={competencies.map(({ id, name }) => ({
					value: id,
					label: name,
				}))}
			/>
			<Select
				name="level"
				label={t("At which level")}
				unchosen={t("None in particular")}
				value={step?.competency?.level.toString()}
				choices={levels.map((level) => ({
					value: `${level}`,
					label: levelLabel(level),
				}))}
			/>
		</FieldRow>
	);
}

function StepFile({
	step: { id, file },
	state,
}: {
	step: LearningStep;
	state: FormState | undefined;
}) {
	return (
		<Section
			id="file"
			title={t("A file to keep")}
			lead={t(
				"A worksheet, a guide, slides: whoever reads the step can keep it.",
			)}
		>
			{file !== null && (
				<div class="file-line">
					<FileLink href={`/learning/steps/${id}/file`} file={file} />
					<ButtonForm
						weight="quiet"
						action={`/learning/steps/${id}/file/remove`}
					>
						{t("Remove the file")}
						<span class="unseen">: {file.name}</span>
					</ButtonForm>
				</div>
			)}
			<Form
				id="step-file"
				action={`/learning/steps/${id}/file`}
				submit={file === null ? t("Add the file") : t("Replace the file")}
				weight="secondary"
				state={state}
				multipart
			>
				<FileField
					name="file"
					label={file === null ? t("File") : t("Another file in its place")}
					hint={t(
						"At most 25 MB: PDF, pictures, plain text, office documents without macros.",
					)}
					audience="organisation"
					accept={acceptedEndings}
					required
				/>
			</Form>
		</Section>
	);
}
