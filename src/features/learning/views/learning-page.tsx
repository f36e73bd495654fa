import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Form } from "../../../ui/form.tsx";
import { type Frame, useFrame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { SearchForm } from "../../../ui/search-form.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { locales, t } from "../../../ui/text.ts";
import type { Curriculum } from "../queries/curricula.ts";
import type { Found } from "../queries/search.ts";
import { FoundLearning } from "./found-learning.tsx";
import { lengthLine } from "./words.ts";

type Props = {
	frame: Frame;
	/** Those taken first, then those recommended. */
	curricula: readonly Curriculum[];
	/** What is looked for, "" where nothing is, and what was found. */
	search: string;
	found: readonly Found[];
	mayWrite: boolean;
};

export function LearningPage(props: Props) {
	const { frame, curricula, search, mayWrite } = props;
	return (
		<Page
			frame={frame}
			title={t("What you can learn in small steps")}
			lead={t(
				"Lessons of a few minutes, and assignments to try at work. What you take and how far you are is seen by you alone.",
			)}
			action={
				mayWrite && curricula.length > 0 ? (
					<LinkButton icon="add" href="/learning/new">
						{t("Write a curriculum")}
					</LinkButton>
				) : undefined
			}
		>
			{curricula.length === 0 && <Nothing mayWrite={mayWrite} />}
			{curricula.length > 0 && (
				<SearchForm
					action="/learning"
					label={t("Look for a word in titles and texts")}
					value={search}
				/>
			)}
			{search === "" ? (
				<Shelves curricula={curricula} mayWrite={mayWrite} />
			) : (
				<FoundLearning {...props} />
			)}
		</Page>
	);
}

function Shelves({
	curricula,
	mayWrite,
}: Pick<Props, "curricula" | "mayWrite">) {
	const own = curricula.filter(({ isTaken }) => isTaken);
	const others = curricula.filter(
		({ isTaken, isPublished, isRetired }) =>
			!isTaken && isPublished && !isRetired,
	);
	const recommended = others.filter((each) => each.recommendedBy.length > 0);
	const rest = others.filter((each) => each.recommendedBy.length === 0);
	return (
		<>
			<Shelf title={t("What you take")} curricula={own} />
			<Shelf
				title={t("Recommended to you")}
				lead={t("By the programs you take part in.")}
				curricula={recommended}
			/>
			<Shelf
				title={
					own.length + recommended.length > 0
						? t("Everything else")
						: t("All curricula")
				}
				curricula={rest}
			/>
			{mayWrite && <Hidden curricula={curricula} />}
		</>
	);
}

function Shelf({
	title,
	lead,
	curricula,
}: {
	title: string;
	lead?: string;
	curricula: readonly Curriculum[];
}) {
	if (curricula.length === 0) return null;
	return (
		<Section title={title} lead={lead} layout="beside">
			<ul class="curricula">
				{curricula.map((curriculum) => (
					<Entry key={curriculum.id} curriculum={curriculum} />
				))}
			</ul>
		</Section>
	);
}

function Entry({ curriculum }: { curriculum: Curriculum }) {
	const { id, title, summary, locale, isTaken, progress, recommendedBy } =
		curriculum;
	return (
		<li>
			<h3 lang={locale}>
				<a href={`/learning/${id}`}>{title}</a>
			</h3>
			<p lang={locale}>{summary}</p>
			<p class="hint">
				{lengthLine(curriculum)}
				{recommendedBy.length > 0 && !isTaken && (
					<>
						{" · "}
						{t("recommended by {programs}", {
							programs: recommendedBy.join(", "),
						})}
					</>
				)}
			</p>
			{isTaken
				? progress.atHand && (
						<LinkButton href={`/learning/steps/${progress.atHand.id}`}>
							{t("Next: {title}", { title: progress.atHand.title })}
						</LinkButton>
					)
				: progress.atHand && (
						<ButtonForm action={`/learning/${id}/take`}>
							{t("Begin")}
						</ButtonForm>
					)}
		</li>
	);
}

/** Drafts and what is retired, for those who write. */
function Hidden({ curricula }: { curricula: readonly Curriculum[] }) {
	const hidden = curricula.filter(
		({ isPublished, isRetired, isTaken }) =>
			!isTaken && (!isPublished || isRetired),
	);
	if (hidden.length === 0) return null;
	return (
		<Section
			title={t("Not in the list")}
			lead={t("Only those who write curricula see these.")}
			layout="beside"
		>
			<ul class="curricula">
				{hidden.map(({ id, title, isPublished }) => (
					<li key={id}>
						<h3>
							<a href={`/learning/${id}`}>{title}</a>
						</h3>
						<Status kind={isPublished ? "quiet" : "waiting"}>
							{isPublished ? t("retired") : t("draft")}
						</Status>
					</li>
				))}
			</ul>
		</Section>
	);
}

function Nothing({ mayWrite }: Pick<Props, "mayWrite">) {
	const { locale } = useFrame();
	if (!mayWrite)
		return (
			<EmptyState title={t("No curriculum yet")}>
				{t(
					"Whoever looks after learning writes curricula here. Then you can take one at your own pace.",
				)}
			</EmptyState>
		);
	return (
		<EmptyState
			title={t("No curriculum yet")}
			action={
				<Form
					action="/learning/starters"
					submit={t("Install the two starter curricula")}
				>
					<RadioGroup
						name="language"
						label={t("In which language")}
						layout="row"
						required
						value={locale}
						choices={locales.map((each) => ({
							value: each.locale,
							label: each.label,
						}))}
					/>
				</Form>
			}
		>
			{t(
				"“Mentoring well” for mentors and “Making the most of a mentor” for mentees, eleven steps of a few minutes. Once installed they are your own texts.",
			)}{" "}
			<a href="/learning/new">{t("Or write one yourself.")}</a>
		</EmptyState>
	);
}
