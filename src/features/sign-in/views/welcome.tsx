import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";

/** What an empty installation opens on: two doors. */
export function WelcomePage({ frame }: { frame: Frame }) {
	return (
		<PlainPage
			frame={frame}
			title={t("Welcome to Baton")}
			lead={t(
				"Baton runs mentoring between experienced leaders and those who will follow them. Nothing has been set up here yet.",
			)}
		>
			<Section title={t("Set up your organisation")}>
				<p>
					{t(
						"You become its first administrator. It takes two minutes; you can import people straight afterwards.",
					)}
				</p>
				<LinkButton weight="primary" href="/set-up">
					{t("Set up your organisation")}
				</LinkButton>
			</Section>
			<Section title={t("Explore a demonstration")}>
				<p>
					{t(
						"A complete, invented company with a year and a half of program life behind it. It is kept apart: leaving it brings you back here, with nothing changed.",
					)}
				</p>
				<ButtonForm action="/demonstration/enter">
					{t("Explore a demonstration")}
				</ButtonForm>
			</Section>
		</PlainPage>
	);
}
