import { daysOpen } from "../../../domain/sessions/alone.ts";
import { nextQuestions } from "../../../domain/sessions/questions.ts";
import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { NumberField, TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { Quote } from "../../../ui/why-lines.tsx";
import type { OwnTimeFormat } from "../commands/alone.ts";
import { longestText } from "../forms.ts";
import { questionWords } from "../question-words.ts";
import type { AskedAlone } from "../queries/alone.ts";
import type { Company } from "../../relationships/company-queries.ts";
import type { FoundSession } from "../queries/sessions.ts";
import { companyName, readersAmong } from "../../relationships/company-name.ts";
import { sessionFormatHint } from "../words.ts";

/** A question to all, answered by each alone. */
export function AskPage({
	frame,
	company,
	format,
	before,
	isAgreed,
	state,
}: {
	frame: Frame;
	company: Company;
	format: OwnTimeFormat;
	/** How many sessions there were: the suggestion turns with them. */
	before: number;
	isAgreed: boolean;
	state?: FormState | undefined;
}) {
	const isCase = format === "case-table";
	const [suggested] = nextQuestions(before, 1);
	return (
		<Page
			frame={frame}
			width="measure"
			title={
				isCase ? t("What would you decide?") : t("What do you want to ask?")
			}
			parent={{
				label: companyName(company),
				href: `/relationships/${company.id}`,
			}}
			lead={sessionFormatHint(format)}
		>
			{isAgreed ? (
				<Form
					action={`/relationships/${company.id}/questions`}
					submit={t("Ask all of you")}
					state={state}
				>
					<input type="hidden" name="format" value={format} />
					<TextArea
						name="words"
						label={
							isCase ? t("The dilemma, in a few sentences") : t("The question")
						}
						hint={
							isCase
								? t(
										"Who has to decide what by when, and what speaks for either way. No names, no units: nobody must recognise anybody.",
									)
								: undefined
						}
						audience={readersAmong(company.others)}
						value={
							isCase || suggested === undefined
								? undefined
								: questionWords(suggested.question)
						}
						rows={isCase ? 8 : 3}
						maxLength={longestText}
						required
					/>
					<NumberField
						name="days"
						label={t("Open for")}
						value={isCase ? 3 : daysOpen.usual}
						least={daysOpen.least}
						most={daysOpen.most}
						unit={t("days")}
						required
					/>
				</Form>
			) : (
				<EmptyState
					title={t("First, what you promise each other")}
					action={
						<LinkButton
							weight="primary"
							href={`/relationships/${company.id}/agreements`}
						>
							{t("Read and accept")}
						</LinkButton>
					}
				>
					{t(
						"Before the first session everyone reads and accepts it, each for themself. Then you ask here.",
					)}
				</EmptyState>
			)}
		</Page>
	);
}

/** On the page of a session: the question, one's own answer, and then those of the others. */
export function AloneSection({
	session,
	asked,
	visitor,
	mayAnswer,
	mayClose,
	state,
}: {
	session: FoundSession;
	asked: AskedAlone;
	visitor: string;
	mayAnswer: boolean;
	/** Whether the visitor may close it before its time. */
	mayClose: boolean;
	state?: FormState | undefined;
}) {
	const isCase = session.format === "case-table";
	const own = session.members.find(({ id }) => id === visitor);
	const hasAnswered = own?.respondedAt !== null;
	const count = session.members.filter(
		({ respondedAt }) => respondedAt !== null,
	).length;
	return (
		<>
			<Section title={isCase ? t("The dilemma") : t("The question")}>
				<Quote by={isCase ? t("Without names") : asked.by}>{asked.words}</Quote>
			</Section>
			{mayAnswer && !hasAnswered && (
				<Section title={t("Your answer")}>
					<Form
						action={`/sessions/${session.id}/response`}
						submit={
							isCase
								? t("Give my answer")
								: t("Give my answer and read the others")
						}
						state={state}
					>
						<TextArea
							name="response"
							label={
								isCase
									? t("What you would decide, and why")
									: t("What comes to mind")
							}
							hint={t("Once and for good: nobody changes it after reading.")}
							audience={{
								who: "relationship",
								names: laterReaders(session.company.others, isCase),
							}}
							rows={6}
							maxLength={longestText}
							required
						/>
					</Form>
				</Section>
			)}
			<Section title={t("What you answered")}>
				<p class="hint">
					{t("{count} of {all} have answered. Open until {day}.", {
						count,
						all: session.members.length,
						day: formatDate(session.endsAt, session.zone),
					})}
				</p>
				{asked.answers.map(({ person, name, words }) => (
					<Quote key={person} by={person === visitor ? t("You") : name}>
						{words}
					</Quote>
				))}
				{isCase
					? mayAnswer && (
							<p>
								{t(
									"You read how the others reasoned once all have answered, or it is closed.",
								)}
							</p>
						)
					: !hasAnswered && (
							<p>{t("You read the others once you have answered yourself.")}</p>
						)}
				{mayClose && (
					<ButtonForm action={`/sessions/${session.id}/close`} weight="quiet">
						{t("Close it now, and open the answers")}
					</ButtonForm>
				)}
			</Section>
		</>
	);
}

/** The others by name, or how many where they are too many to list, and from when on they read. */
function laterReaders(
	others: Company["others"],
	isCase: boolean,
): readonly string[] {
	const names =
		others.length > 3
			? [t("the {count} others", { count: others.length })]
			: others.map(({ first }) => first);
	return names.map((name) =>
		isCase
			? t("{name}, once it is closed", { name })
			: t("{name}, after answering", { name }),
	);
}

/** In the list of formats: what is answered in one's own time is asked on a page of its own. */
export function formatPath(company: string, format: string): string {
	return format === "reflection" || format === "case-table"
		? `/relationships/${company}/questions/new?format=${format}`
		: `/relationships/${company}/sessions/new?format=${format}`;
}
