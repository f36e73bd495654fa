import type { Side } from "../../../domain/programs/enrolment.ts";
import { RadioGroup } from "../../../ui/choices.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Vocabulary } from "../queries/fact-words.ts";
import { obstacleSentence } from "../rule-words.ts";
import type { OwnEligibility, Standing } from "../standing.ts";
import { sideName } from "../words.ts";
import { TermsFields } from "./invitation.tsx";
import { Expectations } from "./home.tsx";
import { parentOf } from "./program-tabs.tsx";

type Props = {
	frame: Frame;
	standing: Standing;
	sides: readonly Side[];
	eligibility: OwnEligibility;
	vocabulary: Vocabulary;
	today: string;
	state?: FormState | undefined;
};

export function ApplyPage(props: Props) {
	const { frame, standing, sides, state, today } = props;
	const { program } = standing;
	const [only] = sides;
	return (
		<Page
			frame={frame}
			title={t("Ask for a place in “{program}”", { program: program.name })}
			lead={t(
				"The people who run the program decide and tell you. Nobody else sees that you asked.",
			)}
			parent={parentOf(program)}
			width="measure"
		>
			<Stack>
				{only === undefined ? (
					<WhyNot {...props} />
				) : (
					<Form
						action={`/programs/${program.id}/apply`}
						submit={t("Ask for a place")}
						cancel={{ label: t("Not now"), href: `/programs/${program.id}` }}
						state={state}
					>
						<RadioGroup
							name="side"
							label={t("On which side?")}
							hint={t("On both? Ask for one now, and for the other after.")}
							audience="program-managers"
							choices={sides.map((side) => ({
								value: side,
								label: sideName(side),
							}))}
							value={sides.length === 1 ? only : undefined}
							required
						/>
						<TermsFields
							part={{ side: only, capacity: 1, pausedUntil: null }}
							today={today}
						/>
					</Form>
				)}
				<Expectations standing={{ program, own: [] }} />
			</Stack>
		</Page>
	);
}

function WhyNot({ eligibility, vocabulary, standing }: Props) {
	return (
		<>
			{(["mentor", "mentee"] as const).map((side) => {
				const part = standing.own.find((each) => each.side === side);
				const { because } = eligibility[side];
				return (
					<Section key={side} title={sideName(side)}>
						{because.length === 0 || part !== undefined ? (
							<p>{t("You stand in this program on this side already.")}</p>
						) : (
							<>
								<p>
									{t("The rules of this program do not let you in at present:")}
								</p>
								<ul>
									{because.map((obstacle) => {
										const line = obstacleSentence(obstacle, vocabulary);
										return <li key={line}>{line}</li>;
									})}
								</ul>
							</>
						)}
					</Section>
				);
			})}
			<p class="hint">
				{t(
					"If something about you is recorded wrongly, or not at all, your profile shows what it is and whom to tell.",
				)}
			</p>
		</>
	);
}
