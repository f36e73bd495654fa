import { Audience } from "../../../ui/audience.tsx";
import { Actions, ButtonForm } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Stack } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";

/** One question to a mentor, answered with one tap. */
export function PlaceRequestPage({
	frame,
	request,
}: {
	frame: Frame;
	request: {
		readonly id: string;
		readonly answer: "yes" | "not-now" | null;
		readonly status: string;
		readonly program: string;
		readonly capacity: number;
		readonly manager: string;
		/** YYYY-MM-DD */
		readonly answerBy: string;
	};
}) {
	const isOver = request.status === "published" || request.status === "closed";
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Have you room for one mentee more?")}
			parent={{ label: t("Today"), href: "/" }}
			lead={t(
				"{manager} asks you for one more place in {program}. You offer {places, plural, one {one place} other {# places}} now.",
				{
					manager: request.manager || t("The program’s manager"),
					program: request.program,
					places: request.capacity,
				},
			)}
		>
			<Stack>
				{isOver ? (
					<p>{answerText(request.answer)}</p>
				) : (
					<>
						<p>
							{t("Please say by {day}.", {
								day: formatDate(request.answerBy),
							})}
						</p>
						<Question request={request} />
					</>
				)}
			</Stack>
		</Page>
	);
}

function Question({
	request: { id, answer },
}: {
	request: {
		readonly id: string;
		readonly answer: "yes" | "not-now" | null;
	};
}) {
	const button = (
		value: "yes" | "not-now",
		words: string,
		weight: "primary" | "secondary",
	) => (
		<ButtonForm
			action={`/place-requests/${id}/answer`}
			values={{ answer: value }}
			weight={weight}
		>
			{words}
		</ButtonForm>
	);
	if (answer !== null)
		return (
			<>
				<p>
					{answerText(answer)}{" "}
					{t("Until the pairs are proposed you can think otherwise.")}
				</p>
				<Actions>
					{answer === "yes"
						? button("not-now", t("Take the place back"), "secondary")
						: button("yes", t("I have room after all"), "secondary")}
				</Actions>
			</>
		);
	return (
		<>
			<p>
				{t(
					"A place more means that somebody may be proposed to you. You see who it is and why before you say yes to them. Nobody asks for reasons.",
				)}
			</p>
			<p>
				<Audience of="program-managers" />
			</p>
			<Actions>
				{button("yes", t("Yes, one more"), "primary")}
				{button("not-now", t("Not now"), "secondary")}
			</Actions>
		</>
	);
}

function answerText(answer: "yes" | "not-now" | null): string {
	if (answer === null)
		return t("The question is no longer open: the round went on without it.");
	return answer === "yes" ? t("You said yes.") : t("You said: not now.");
}
