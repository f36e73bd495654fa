import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { type Step, Steps } from "../../../ui/steps.tsx";
import { t } from "../../../ui/text.ts";
import type { Curriculum } from "../queries/curricula.ts";
import { lengthLine, stepLine } from "./words.ts";

type Props = { frame: Frame; curriculum: Curriculum; mayWrite: boolean };

export function CurriculumPage({ frame, curriculum, mayWrite }: Props) {
	const { title, summary, steps } = curriculum;
	return (
		<Page
			frame={frame}
			title={title}
			lead={summary}
			parent={{ label: t("Learning"), href: "/learning" }}
			action={<MainAction curriculum={curriculum} />}
		>
			<Section
				id="steps"
				title={t("The steps")}
				lead={lengthLine(curriculum)}
				layout="beside"
			>
				{steps.length === 0 ? (
					<EmptyState title={t("No step yet")}>
						{t("A first lesson of five minutes is enough to publish it.")}
					</EmptyState>
				) : (
					<Steps label={t("The steps")} steps={waysThrough(curriculum)} />
				)}
			</Section>
			{curriculum.isTaken && (
				<Section
					title={t("Not now?")}
					lead={t("Seen by you alone.")}
					layout="beside"
				>
					<ButtonForm
						action={`/learning/${curriculum.id}/set-aside`}
						weight="quiet"
					>
						{t("Set it aside")}
					</ButtonForm>
				</Section>
			)}
			{mayWrite && <Writing curriculum={curriculum} />}
		</Page>
	);
}

function MainAction({ curriculum }: { curriculum: Curriculum }) {
	const { id, isTaken, isPublished, isRetired, progress } = curriculum;
	if (progress.atHand === undefined) return null;
	if (isTaken)
		return (
			<LinkButton
				weight="primary"
				href={`/learning/steps/${progress.atHand.id}`}
			>
				{t("Go on")}
			</LinkButton>
		);
	return isPublished && !isRetired ? (
		<ButtonForm weight="primary" action={`/learning/${id}/take`}>
			{t("Begin")}
		</ButtonForm>
	) : null;
}

function waysThrough({ steps, doneSteps, progress }: Curriculum): Step[] {
	return steps.map((step) => ({
		label: step.title,
		href: `/learning/steps/${step.id}`,
		state: doneSteps.has(step.id)
			? "done"
			: step.id === progress.atHand?.id
				? "current"
				: "ahead",
		hint: stepLine(step),
	}));
}

function Writing({ curriculum }: { curriculum: Curriculum }) {
	const { id, steps, isPublished, isRetired } = curriculum;
	return (
		<Section
			title={t("Change this curriculum")}
			lead={
				isRetired
					? t("It is retired: nobody new finds it.")
					: isPublished
						? t("Everyone reads what you change here at once.")
						: t("A draft: only those who write curricula see it.")
			}
			layout="beside"
		>
			<Actions>
				{!isPublished && steps.length > 0 && (
					<ButtonForm weight="primary" action={`/learning/${id}/publish`}>
						{t("Publish")}
					</ButtonForm>
				)}
				<LinkButton icon="add" href={`/learning/${id}/steps/new`}>
					{t("Add a step")}
				</LinkButton>
				<LinkButton weight="quiet" href={`/learning/${id}/edit`}>
					{t("Title and summary")}
				</LinkButton>
				{isPublished && (
					<ButtonForm
						weight="quiet"
						action={`/learning/${id}/${isRetired ? "publish" : "retire"}`}
					>
						{isRetired ? t("Bring it back") : t("Retire it")}
					</ButtonForm>
				)}
			</Actions>
			{steps.length > 1 && (
				<ol class="step-order">
					{steps.map((step, place) => (
						<li key={step.id}>
							<a href={`/learning/steps/${step.id}/edit`}>{step.title}</a>
							<span class="row-actions">
								{place > 0 && (
									<ButtonForm
										weight="quiet"
										action={`/learning/steps/${step.id}/move`}
										values={{ direction: "up" }}
									>
										{t("Up")}
										<span class="unseen">: {step.title}</span>
									</ButtonForm>
								)}
								{place < steps.length - 1 && (
									<ButtonForm
										weight="quiet"
										action={`/learning/steps/${step.id}/move`}
										values={{ direction: "down" }}
									>
										{t("Down")}
										<span class="unseen">: {step.title}</span>
									</ButtonForm>
								)}
							</span>
						</li>
					))}
				</ol>
			)}
		</Section>
	);
}
