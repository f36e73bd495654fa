import { Actions, Button, LinkButton } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { DateField, NumberField } from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, formatList, t } from "../../../ui/text.ts";
import type { OwnEnrolment } from "../queries/enrolments.ts";
import type { Standing } from "../standing.ts";
import { sideText } from "../words.ts";
import { CharterText } from "./charter.tsx";
import { needsAnswer, ownSentence } from "./own-parts.tsx";
import { parentOf } from "./program-tabs.tsx";

type Props = {
	frame: Frame;
	standing: Standing;
	today: string;
	managers: readonly string[];
	state?: FormState | undefined;
};

/** An offer, and the two answers to it. */
export function InvitationPage(props: Props) {
	const { frame, standing, managers } = props;
	const { program, own } = standing;
	const offers = own.filter((part) => needsAnswer([part]));
	const declined = own.filter(({ status }) => status === "declined");
	return (
		<Page
			frame={frame}
			title={
				offers.length > 0
					? t("Would you like to take part in “{program}”?", {
							program: program.name,
						})
					: t("Nothing to answer here")
			}
			lead={offers.length > 0 ? program.charter.purpose : undefined}
			parent={parentOf(program)}
			width="measure"
		>
			{offers.map((part) => (
				<Offer key={part.id} part={part} props={props} />
			))}
			{offers.length === 0 &&
				own.map((part) => <p key={part.id}>{ownSentence(part)}</p>)}
			{offers.length === 0 && declined.length === 0 && (
				<LinkButton href={`/programs/${program.id}`}>
					{t("Open the program")}
				</LinkButton>
			)}
			{program.status !== "closed" &&
				offers.length === 0 &&
				declined.map((part) => (
					<TakeBack key={part.id} part={part} props={props} />
				))}
			{offers.length > 0 && (
				<>
					<Disclosure summary={t("The whole charter")}>
						<CharterText charter={program.charter} />
					</Disclosure>
					{managers.length > 0 && (
						<p class="hint">
							{t("{names} will answer questions about this program.", {
								names: formatList(managers),
							})}
						</p>
					)}
				</>
			)}
		</Page>
	);
}

function Offer({
	part,
	props: { standing, today, state },
}: {
	part: OwnEnrolment;
	props: Props;
}) {
	const { program } = standing;
	const text = sideText(program.template, part.side);
	const isLate = part.answerBy !== null && part.answerBy < today;
	return (
		<Section
			title={part.side === "mentor" ? t("As mentor") : t("As mentee")}
			lead={howSentence(part)}
		>
			{part.reason !== null && part.by !== undefined && (
				<blockquote class="prose">
					<p>{part.reason}</p>
					<footer class="hint">{part.by}</footer>
				</blockquote>
			)}
			{text && (
				<>
					<p>{t("What is expected:")}</p>
					<ul>
						{text.expectations.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
				</>
			)}
			{isLate && (
				<p>
					{t(
						"The day to answer by was {date}. You can still say yes; the people who run the program then see whether there is a place.",
						{ date: formatDate(part.answerBy ?? today) },
					)}
				</p>
			)}
			<Form
				id={`answer-${part.side}`}
				action={`/programs/${program.id}/invitation/${part.id}`}
				state={state}
			>
				<TermsFields part={part} today={today} />
				<Actions>
					<Button name="answer" value="accept">
						{part.status === "enrolled"
							? t("Yes, keep my place")
							: t("Say yes")}
					</Button>
					<Button weight="secondary" name="answer" value="decline">
						{t("Not this time")}
					</Button>
				</Actions>
				<p class="hint">
					{t(
						"You may change your mind, and withdraw at any time, without a reason.",
					)}
				</p>
			</Form>
		</Section>
	);
}

export function TermsFields({
	part,
	today,
}: {
	part: Pick<OwnEnrolment, "side" | "capacity" | "pausedUntil">;
	today: string;
}) {
	return (
		<FieldRow>
			{part.side === "mentor" ? (
				<NumberField
					name="capacity"
					label={t("How many mentees at most?")}
					value={Math.max(1, part.capacity)}
					least={1}
					most={20}
					audience="program-managers"
					required
				/>
			) : (
				<NumberField
					name="capacity"
					label={t("How many mentors would you like?")}
					value={Math.max(1, part.capacity)}
					least={1}
					most={20}
					audience="program-managers"
					required
				/>
			)}
			<DateField
				name="pausedUntil"
				label={t("Only from")}
				hint={t("Until then you are not paired.")}
				value={part.pausedUntil ?? undefined}
				earliest={today}
				audience="program-managers"
			/>
		</FieldRow>
	);
}

function TakeBack({
	part,
	props: { standing },
}: {
	part: OwnEnrolment;
	props: Props;
}) {
	return (
		<Form
			id={`again-${part.side}`}
			action={`/programs/${standing.program.id}/invitation/${part.id}`}
		>
			<input type="hidden" name="answer" value="accept" />
			<Actions>
				<Button weight="secondary">
					{part.side === "mentor"
						? t("Take part as mentor after all")
						: t("Take part as mentee after all")}
				</Button>
			</Actions>
		</Form>
	);
}

function howSentence({ how, status, by, answerBy }: OwnEnrolment): string {
	if (how === "import" && status === "enrolled")
		return t(
			"You were enrolled by {name}. You keep your place unless you say no; one press is enough.",
			{ name: by ?? t("the people who run the program") },
		);
	if (status === "nominated")
		return t("{name} suggested you. Nothing happens unless you say yes.", {
			name: by ?? t("A colleague"),
		});
	return answerBy === null
		? t("A place is kept for you.")
		: t("A place is kept for you until {date}.", {
				date: formatDate(answerBy),
			});
}
