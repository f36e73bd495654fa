import { Audience } from "../../../ui/audience.tsx";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { PersonLine } from "../../../ui/person-line.tsx";
import { Stack } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Proposal } from "../queries/proposal.ts";
import { AskFirst } from "../views/ask-first.tsx";
import { InPlaceOfAnother } from "../views/in-place-of-another.tsx";
import { PauseChoice } from "../views/pause-choice.tsx";

type ReplyProps = {
	frame: Frame;
	token: string;
	proposal: Proposal;
	/** Their day to answer is over, or both have answered. */
	isOpen: boolean;
	state: FormState | undefined;
};

/** A proposal, answered from the mail by whoever it was sent to. Shows who it is and no more; why the two, behind signing in. */
export function ReplyPage({
	frame,
	token,
	proposal,
	isOpen,
	state,
}: ReplyProps) {
	const { partner, programName, own, answerBy } = proposal;
	const name = partner.firstName;
	if (!isOpen) return <SettledPage frame={frame} proposal={proposal} />;
	return (
		<PlainPage
			frame={frame}
			title={t("You and {name}?", { name })}
			lead={
				own === "mentee"
					? t("{name} is proposed as your mentor in {program}.", {
							name: partner.name,
							program: programName,
						})
					: t("You are proposed as the mentor of {name} in {program}.", {
							name: partner.name,
							program: programName,
						})
			}
		>
			<Stack>
				<PersonLine
					name={partner.name}
					title={partner.title ?? undefined}
					place={
						[partner.function, partner.location].filter(Boolean).join(", ") ||
						undefined
					}
				/>
				<p>
					{t("Until {day}. Nobody asks for reasons.", {
						day: answerBy === null ? "" : formatDate(answerBy),
					})}{" "}
					{answerWords(proposal)}
				</p>
				<InPlaceOfAnother proposal={proposal} />
				<Audience of="you-alone" />
				<Answers token={token} proposal={proposal} state={state} />
				<p class="hint">
					{t(
						"This link answers in your name, so please keep it. It reads nothing else, and ends with the last day to answer.",
					)}{" "}
					<a href={`/proposals/${proposal.id}`}>
						{t("Sign in to see why you two")}
					</a>
				</p>
			</Stack>
		</PlainPage>
	);
}

function Answers({
	token,
	proposal,
	state,
}: Pick<ReplyProps, "token" | "proposal" | "state">) {
	const action = `/reply/${token}`;
	const { answer } = proposal;
	return (
		<>
			<Actions>
				{answer?.answer !== "yes" && (
					<ButtonForm
						action={action}
						values={{ answer: "yes" }}
						weight="primary"
					>
						{t("Say yes")}
					</ButtonForm>
				)}
				{answer?.answer !== "not-now" && (
					<ButtonForm action={action} values={{ answer: "not-now" }}>
						{t("Not now")}
					</ButtonForm>
				)}
			</Actions>
			<PauseChoice action={action} />
			<AskFirst action={action} proposal={proposal} state={state} />
		</>
	);
}

function answerWords({ answer }: Proposal): string {
	switch (answer?.answer) {
		case "yes":
			return t("You said yes. Until it is settled you may change your mind.");
		case "not-now":
			return t(
				"You said not now. Until it is settled you may change your mind.",
			);
		case "ask-me-more":
			return t("Your question is passed on.");
		case undefined:
			return "";
	}
}

function SettledPage({
	frame,
	proposal: { status, partner },
}: Pick<ReplyProps, "frame" | "proposal">) {
	return (
		<PlainPage
			frame={frame}
			title={
				status === "agreed"
					? t("You and {name} begin", { name: partner.firstName })
					: t("You are back in the round")
			}
			lead={
				status === "agreed"
					? t("You both said yes. What comes first stands in Baton.")
					: t(
							"This happens for many reasons and says nothing about anyone. There is nothing you need to do.",
						)
			}
		>
			<Actions>
				<LinkButton weight="primary" href="/">
					{t("Open Baton")}
				</LinkButton>
			</Actions>
		</PlainPage>
	);
}

/** Whether there is room for one more, answered from the mail. */
export function PlaceReplyPage({
	frame,
	token,
	program,
	said,
	isOver,
}: {
	frame: Frame;
	token: string;
	program: string;
	said: "yes" | "not-now" | null;
	isOver: boolean;
}) {
	const action = `/reply/${token}`;
	return (
		<PlainPage
			frame={frame}
			title={t("Have you room for one more mentee in {program}?", { program })}
			lead={
				isOver
					? t("The question is no longer open: the round went on without it.")
					: t(
							"You see who it is and why before you say yes to anyone. Nobody asks for reasons.",
						)
			}
		>
			{!isOver && (
				<Stack>
					{said !== null && (
						<p>
							{said === "yes" ? t("You said yes.") : t("You said: not now.")}
						</p>
					)}
					<Audience of="program-managers" />
					<Actions>
						{said !== "yes" && (
							<ButtonForm
								action={action}
								values={{ answer: "yes" }}
								weight="primary"
							>
								{t("Yes, one more")}
							</ButtonForm>
						)}
						{said !== "not-now" && (
							<ButtonForm action={action} values={{ answer: "not-now" }}>
								{t("Not now")}
							</ButtonForm>
						)}
					</Actions>
					{said === null && <PauseChoice action={action} />}
				</Stack>
			)}
		</PlainPage>
	);
}
