import { Actions, ButtonForm } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";

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
	};
}) {
	const isOpen =
		request.answer === null &&
		request.status !== "published" &&
		request.status !== "closed";
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Have you room for one mentee more?")}
			lead={t(
				"{manager} asks you for one more place in {program}. You offer {places, plural, one {one place} other {# places}} now.",
				{
					manager: request.manager || t("The program’s manager"),
					program: request.program,
					places: request.capacity,
				},
			)}
		>
			{isOpen ? (
				<>
					<p>
						{t(
							"A place more means that somebody may be proposed to you. You see who it is and why before you say yes to them. The program’s managers read your answer; nobody asks for reasons.",
						)}
					</p>
					<Actions>
						<ButtonForm
							action={`/place-requests/${request.id}/answer`}
							values={{ answer: "yes" }}
							weight="primary"
						>
							{t("Yes, one more")}
						</ButtonForm>
						<ButtonForm
							action={`/place-requests/${request.id}/answer`}
							values={{ answer: "not-now" }}
						>
							{t("Not now")}
						</ButtonForm>
					</Actions>
				</>
			) : (
				<p>
					{request.answer === "yes"
						? t("You said yes.")
						: request.answer === "not-now"
							? t("You said: not now.")
							: t(
									"The question is no longer open: the round went on without it.",
								)}
				</p>
			)}
		</Page>
	);
}
