import { DescriptionList } from "../../../ui/description-list.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { Promise } from "./promise.tsx";

/** docs/operating/threat-model.md in plain words. */
export function PromisePage({ frame }: { frame: Frame }) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Who can still do what")}
			parent={{ label: t("The keys to what you seal"), href: "/me/keys" }}
			lead={t(
				"What sealed notes keep from whom, and what they cannot keep from anybody.",
			)}
		>
			<Section title={t("What is promised")} layout="beside">
				<Promise />
			</Section>
			<Section title={t("Somebody who …")} layout="beside">
				<DescriptionList items={attackers()} />
			</Section>
			<Section title={t("What is not promised")} layout="beside">
				<p>
					{t(
						"That nobody can tell who writes to whom, or how often. That anybody could recover what you lost, unless both of you agreed to a recovery key beforehand. Anything about a device that is not yours alone.",
					)}
				</p>
			</Section>
		</Page>
	);
}

function attackers() {
	return [
		{
			term: t("… has the database, its backups or its logs"),
			text: t(
				"sees that a note exists, who wrote it, when and roughly how long it is; not what it says, and not which relationship a note of your own is about.",
			),
		},
		{
			term: t("… holds an office: program manager, administrator, analyst"),
			text: t(
				"sees in the journal that somebody wrote, changed or deleted a note. Nothing more.",
			),
		},
		{
			term: t("… runs the server and lies"),
			text: t(
				"can hold notes back. Swapped keys, added readers, older or moved notes are refused by your browser, and it says so. Only at your very first meeting with somebody could they stand between you: hence the six words.",
			),
		},
		{
			term: t("… changes the program that your browser loads"),
			text: t(
				"could read what you type or open afterwards. No web page can rule this out by itself; the list of files of each release is there to compare.",
			),
		},
		{
			term: t("… is a custodian of a recovery key"),
			text: t(
				"sees which pairs have agreed to it. Alone they open nothing. Two together read what both of you agreed to, 72 hours after you were told; never what you wrote before, never what is for you alone. The wait is the server’s: two who act together with whoever runs it could read that earlier, and untold.",
			),
		},
		{
			term: t("… has your unlocked device"),
			text: t("reads what you can read, until the keys are closed."),
		},
		{
			term: t("… finds your recovery code"),
			text: t(
				"reads what you can read if they can also sign in as you. Take the code away and make a new one.",
			),
		},
		{
			term: t("… shares notes with you"),
			text: t(
				"reads what you share, and could tell others. What is for you alone they cannot read.",
			),
		},
	];
}
