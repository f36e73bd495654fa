import { ButtonForm } from "../../../../ui/button.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { LiveProgress } from "../../../../ui/progress.tsx";
import { Section } from "../../../../ui/section.tsx";
import { t } from "../../../../ui/text.ts";
import { phaseWords } from "../phase-words.ts";
import type { ImportProgress, PeopleImport } from "../queries/imports.ts";

export function ProgressPage({
	frame,
	found,
	progress,
	isStalled,
}: {
	frame: Frame;
	found: PeopleImport;
	progress: ImportProgress;
	isStalled: boolean;
}) {
	return (
		<Page
			frame={frame}
			title={titleOf(found)}
			parent={{ label: t("Imports"), href: "/people/import" }}
			lead={t("You may leave this page; it goes on without you.")}
			refreshSeconds={5}
		>
			<LiveProgress
				stream={`/people/import/${found.id}/progress`}
				label={found.fileName}
				text={phaseWords(progress)}
				value={progress.total > 0 ? progress.done : undefined}
				max={progress.total > 0 ? progress.total : undefined}
			/>
			{isStalled && (
				<Section
					title={t("Nothing has moved for some minutes")}
					lead={t(
						"Baton may have been stopped meanwhile. Nothing is half done: it can be started again.",
					)}
				>
					<ButtonForm action={`/people/import/${found.id}/again`}>
						{t("Start it again")}
					</ButtonForm>
				</Section>
			)}
		</Page>
	);
}

function titleOf({ status }: PeopleImport): string {
	if (status === "checking") return t("What would this file change?");
	return status === "undoing"
		? t("Putting everything back")
		: t("Importing people");
}
