import {
	type Delay,
	delayed,
	delays,
} from "../../../domain/sessions/commitments.ts";
import { Actions, ButtonForm } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { Stack } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { linkedCommitment } from "../queries/commitments.ts";
import { LinkedPage } from "./write-up-page.tsx";

type Linked = NonNullable<Awaited<ReturnType<typeof linkedCommitment>>>;

type Props = {
	frame: Frame;
	token: string;
	/** YYYY-MM-DD */
	today: string;
	commitment: Linked;
};

/** Done, or moved: says by when and since when, and neither what it is nor whom it was promised to. */
export function LinkedCommitmentPage(props: Props) {
	const { frame, commitment } = props;
	switch (commitment.state) {
		case "done":
			return (
				<LinkedPage
					frame={frame}
					title={t("It is done")}
					text={t(
						"What you promised for {day} has left the agenda. Sign in to read it, or to open it again if that was a slip.",
						{ day: formatDate(commitment.dueOn) },
					)}
					next="/commitments"
				/>
			);
		case "dropped":
			return (
				<LinkedPage
					frame={frame}
					title={t("It was dropped")}
					text={t(
						"What you promised for {day} is no longer on any agenda; somebody of you took it off. Sign in to read it, or to open it again.",
						{ day: formatDate(commitment.dueOn) },
					)}
					next="/commitments"
				/>
			);
		case "open":
			return <OpenPage {...props} />;
	}
}

function OpenPage({ frame, token, today, commitment }: Props) {
	const { dueOn } = commitment;
	const action = `/commitment/${token}`;
	const day = formatDate(dueOn);
	return (
		<PlainPage
			frame={frame}
			title={t("Have you done what you promised for {day}?", { day })}
			lead={sinceText(commitment)}
		>
			<Stack>
				<Actions>
					<ButtonForm
						action={action}
						values={{ answer: "done", due: dueOn }}
						weight="primary"
					>
						{t("It is done")}
					</ButtonForm>
				</Actions>
				<p>{t("Or later:")}</p>
				<Actions>
					{delays.map((delay) => (
						<ButtonForm
							key={delay}
							action={action}
							values={{ answer: delay, due: dueOn }}
						>
							{delayText(delay, formatDate(delayed(dueOn, today, delay)))}
						</ButtonForm>
					))}
				</Actions>
				<p class="hint">
					{t(
						"This link answers in your name, so please keep it. It tells nobody what you promised; those you promised it to see that it is done or moved.",
					)}{" "}
					<a href="/sign-in?next=%2Fcommitments">{t("Sign in to read it")}</a>
				</p>
			</Stack>
		</PlainPage>
	);
}

function sinceText({ sessionAt, zone, madeAt }: Linked): string {
	return sessionAt === null
		? t("You promised it on {day}. What it is stands in Baton.", {
				day: formatDate(madeAt),
			})
		: t(
				"It came of your session on {day}. What it is stands in Baton, for you and whom you met.",
				{ day: formatDate(sessionAt, zone ?? undefined) },
			);
}

function delayText(delay: Delay, day: string): string {
	switch (delay) {
		case "week":
			return t("A week later, {day}", { day });
		case "two-weeks":
			return t("Two weeks later, {day}", { day });
		case "month":
			return t("A month later, {day}", { day });
	}
}

/** Where a link leads to nothing any more: why, and what is left to do. */
export function NoLinkedCommitmentPage({
	frame,
	why,
}: {
	frame: Frame;
	why: "expired" | "gone" | "left";
}) {
	if (why === "left")
		return (
			<PlainPage
				frame={frame}
				title={t("Nothing waits for you here any more")}
				lead={t(
					"You have left this organisation, and your mentoring here ended with it. Nobody waits here for what you promised.",
				)}
			/>
		);
	return (
		<LinkedPage
			frame={frame}
			title={
				why === "gone"
					? t("There is nothing to settle here any more")
					: t("This link is over")
			}
			text={
				why === "gone"
					? t(
							"You are no longer in the relationship in which you promised it, or it was deleted. There is nothing you need to do.",
						)
					: t(
							"It has expired, or a mail program cut it in two. What you promised stands in Baton, where you can say that it is done or move it.",
						)
			}
			next="/commitments"
		/>
	);
}
