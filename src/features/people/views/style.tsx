import {
	styleProfile,
	styleStatements,
} from "../../../domain/style/profile.ts";
import {
	type StyleAnswers,
	type StyleChoice,
	styleChoices,
	styleQuestions,
} from "../../../domain/style/questions.ts";
import { Audience } from "../../../ui/audience.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { markOf } from "../mark.ts";
import { styleQuestionWords, styleSentence } from "../style-words.ts";

type Props = { answers: StyleAnswers; state: FormState | undefined };

export function StylePage({ frame, answers, state }: Props & { frame: Frame }) {
	const statements = styleStatements(styleProfile(answers));
	return (
		<Page
			frame={frame}
			title={t("How do you like to talk?")}
			lead={t(
				"Ten choices between two ways that are equally good. Pairing uses them to bring together people who start well; nobody is shown your answers.",
			)}
			parent={{ label: t("About you"), href: "/me" }}
		>
			{statements.length > 0 && (
				<Section title={t("What your answers say")} layout="beside">
					<ul>
						{statements.map((statement) => (
							<li key={statement.dimension}>{styleSentence(statement)}</li>
						))}
					</ul>
				</Section>
			)}
			<Section
				title={t("The choices")}
				lead={<Audience of="pairing-only" />}
				layout="beside"
			>
				<p>
					{t("Choose for each where you stand. You may leave any of them out.")}
				</p>
				<Questions answers={answers} state={state} />
			</Section>
		</Page>
	);
}

function Questions({ answers, state }: Props) {
	return (
		<Form
			action="/me/style"
			submit={t("Save my answers")}
			cancel={{ label: t("Not now"), href: "/me" }}
			state={state}
		>
			<input type="hidden" name="seen" value={markOf(answers)} />
			{styleQuestions.map(({ key }, place) => (
				<RadioGroup
					key={key}
					name={key}
					label={t("Choice {number}", { number: place + 1 })}
					value={String(answers[key] ?? "")}
					choices={styleChoices.map((choice) => ({
						value: String(choice),
						label: choiceLabel(choice, styleQuestionWords(key)),
					}))}
				/>
			))}
		</Form>
	);
}

function choiceLabel(
	choice: StyleChoice,
	{ left, right }: { readonly left: string; readonly right: string },
): string {
	switch (choice) {
		case 1:
			return left;
		case 2:
			return t("Rather the first");
		case 3:
			return t("Between the two");
		case 4:
			return t("Rather the second");
		case 5:
			return right;
	}
}
