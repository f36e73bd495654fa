import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Markdown } from "../../../ui/markdown.tsx";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { t } from "../../../ui/text.ts";
import type { Curriculum, LearningStep } from "../queries/curricula.ts";
import { FileLink } from "../../../ui/file-link.tsx";
import { stepLine } from "./words.ts";

type Props = {
	frame: Frame;
	curriculum: Curriculum;
	step: LearningStep;
	mayWrite: boolean;
};

export function StepPage({ frame, curriculum, step, mayWrite }: Props) {
	const isDone = curriculum.doneSteps.has(step.id);
	return (
		<Page
			frame={frame}
			title={step.title}
			lead={stepLine(step)}
			parent={{ label: curriculum.title, href: `/learning/${curriculum.id}` }}
			width="measure"
		>
			{isDone && <Status kind="done">{t("You have done this.")}</Status>}
			<article lang={curriculum.locale}>
				<Markdown text={step.body} />
			</article>
			{step.video !== null && <Video address={step.video} />}
			{step.file !== null && (
				<p>
					<FileLink href={`/learning/steps/${step.id}/file`} file={step.file} />
				</p>
			)}
			<Actions>
				{isDone ? (
					<ButtonForm weight="quiet" action={`/learning/steps/${step.id}/undo`}>
						{t("Not done after all")}
					</ButtonForm>
				) : (
					<ButtonForm
						weight="primary"
						icon="check"
						action={`/learning/steps/${step.id}/done`}
					>
						{t("Done")}
					</ButtonForm>
				)}
				<LinkButton weight="quiet" href={`/learning/${curriculum.id}`}>
					{t("All steps")}
				</LinkButton>
			</Actions>
			<Around curriculum={curriculum} step={step} />
			{mayWrite && (
				<Section title={t("Change this step")}>
					<Actions>
						<LinkButton href={`/learning/steps/${step.id}/edit`}>
							{t("Change")}
						</LinkButton>
						<LinkButton
							weight="quiet"
							href={`/learning/steps/${step.id}/edit#file`}
						>
							{step.file === null ? t("Add a file") : t("Change its file")}
						</LinkButton>
						<ButtonForm
							weight="quiet"
							action={`/learning/steps/${step.id}/remove`}
						>
							{t("Take it out")}
						</ButtonForm>
					</Actions>
				</Section>
			)}
		</Page>
	);
}

/** Named, never embedded: nothing is fetched from elsewhere before somebody asks for it. */
function Video({ address }: { address: string }) {
	return (
		<p>
			<a href={address} target="_blank" rel="noopener noreferrer">
				{t("Watch it at {place} (opens there)", {
					place: new URL(address).host,
				})}
			</a>
		</p>
	);
}

function Around({
	curriculum,
	step: { question, competency },
}: Pick<Props, "curriculum" | "step">) {
	if (question === null && competency === null) return null;
	return (
		<Section title={t("What it is good for")}>
			{question !== null && (
				<p>
					{t("For your next session:")}{" "}
					<q lang={curriculum.locale}>{question}</q>
				</p>
			)}
			{competency !== null && (
				<p>
					{t("It leads toward level {level} of", { level: competency.level })}{" "}
					<a href={`/competencies/${competency.id}`}>{competency.name}</a>
				</p>
			)}
		</Section>
	);
}
