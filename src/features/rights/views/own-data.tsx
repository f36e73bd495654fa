import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";

export function OwnDataPage({ frame }: { frame: Frame }) {
	return (
		<Page
			frame={frame}
			title={t("Your data, and what you can do about it")}
			lead={t("It is yours. Everything here needs nobody’s permission to ask.")}
			parent={{ label: t("About you"), href: "/me" }}
		>
			<Section
				title={t("What your organisation can see")}
				lead={t(
					"Each kind of data about you, and who may read it, as the database decides it.",
				)}
				layout="beside"
			>
				<Actions>
					<LinkButton href="/me/data/readers">
						{t("See who may read what")}
					</LinkButton>
				</Actions>
			</Section>
			<Section
				title={t("Who opened what about you")}
				lead={t(
					"Every reading of your record by somebody in office is written down.",
				)}
				layout="beside"
			>
				<Actions>
					<LinkButton href="/me/data/readings">{t("See who did")}</LinkButton>
				</Actions>
			</Section>
			<Section
				title={t("Something is wrong")}
				lead={t(
					"What you said yourself you change yourself. What HR says, HR corrects when you ask.",
				)}
				layout="beside"
			>
				<Actions>
					<LinkButton href="/me/data/corrections">
						{t("Ask for a correction")}
					</LinkButton>
				</Actions>
			</Section>
			<Section
				title={t("Take everything with you")}
				lead={t(
					"An archive with all there is about you, as JSON and as CSV for a spreadsheet, with a description of every column. Sealed notes are in it as they lie here, encrypted.",
				)}
				layout="beside"
			>
				<Actions>
					<ButtonForm action="/me/data/export">
						{t("Download the archive")}
					</ButtonForm>
				</Actions>
			</Section>
			<Section
				title={t("Be erased")}
				lead={t(
					"What is about you is deleted, from the database and from the journal. You see beforehand what goes and what stays.",
				)}
				layout="beside"
			>
				<Actions>
					<LinkButton href="/me/data/erasure">
						{t("See what would go")}
					</LinkButton>
				</Actions>
			</Section>
		</Page>
	);
}
