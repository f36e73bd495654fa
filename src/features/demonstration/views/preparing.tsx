import { ButtonForm } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { LiveProgress } from "../../../ui/progress.tsx";
import { t } from "../../../ui/text.ts";
import type { PreparationState } from "../preparation.ts";

export function PreparingPage({
	frame,
	state,
}: {
	frame: Frame;
	state: PreparationState;
}) {
	if (state.kind === "failed" || state.kind === "not-begun")
		return (
			<PlainPage
				frame={frame}
				title={t("The demonstration is not there yet")}
				lead={
					state.kind === "failed"
						? t(
								"It could not be made. Your own installation is untouched; the reason is in the log.",
							)
						: undefined
				}
			>
				<ButtonForm action="/demonstration/enter">
					{t("Make it now")}
				</ButtonForm>
			</PlainPage>
		);
	return (
		<PlainPage
			frame={frame}
			title={t("A company is moving in")}
			lead={t(
				"Six hundred people, their managers, what they offer and seek, and a year and a half of mentoring. This takes up to half a minute, once.",
			)}
			refreshSeconds={2}
		>
			<LiveProgress
				stream="/demonstration/progress"
				label={t("Making the demonstration")}
				text=""
				value={state.kind === "working" ? state.done : 1}
				max={state.kind === "working" ? state.total : 1}
			/>
		</PlainPage>
	);
}
