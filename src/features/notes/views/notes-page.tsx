import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { IslandButton, When } from "../../../ui/when.tsx";
import { SealedPlace } from "../../keyring/views/sealed-place.tsx";
import type { RelationshipRecovery } from "../../recovery/queries.ts";
import type { Relationship } from "../../relationships/queries.ts";
import { Comparing } from "./comparing.tsx";
import { Compose } from "./compose.tsx";
import { DemonstrationHint } from "./demonstration-hint.tsx";
import { NoteList } from "./note-list.tsx";
import {
	recoveryNames,
	RecoveryChoice,
	RecoveryHint,
	RecoveryLine,
} from "./recovery.tsx";
import { notesDocuments } from "./documents.ts";

export function NotesPage({
	frame,
	relationship,
	recovery,
}: {
	frame: Frame;
	relationship: Relationship;
	recovery: RelationshipRecovery;
}) {
	const { id, firstName, partner, endedAt } = relationship;
	const base = `/relationships/${id}`;
	const readers = [
		{ kind: "ours", of: { who: "relationship", names: [firstName] } },
		{ kind: "mine", of: "you-alone" },
	] as const;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Notes with {name}", { name: firstName })}
			parent={{ label: t("You and {name}", { name: firstName }), href: base }}
			lead={t("Sealed in your browser. Nobody who runs Baton can read them.")}
		>
			<SealedPlace
				island="notes"
				documents={{
					...notesDocuments(base),
					"recovery-consents": `${base}/recovery-consents`,
					"recovery-take-back": `${base}/recovery-take-back`,
				}}
			>
				<div
					data-relationship={id}
					data-ended={endedAt !== null}
					data-names={JSON.stringify({
						[partner]: firstName,
						[frame.person?.id ?? ""]: t("You"),
					})}
					data-custodians={JSON.stringify(recoveryNames(recovery))}
				>
					<RecoveryLine name={firstName} recovery={recovery} />
					<When is="not-started">
						<Section
							title={t("Notes that only the two of you read")}
							layout="beside"
						>
							<Stack>
								<p>
									{t(
										"Either of you can write here; {name} and you read it, nobody else. What is for you alone stays with you.",
										{ name: firstName },
									)}
								</p>
								{endedAt === null ? (
									<IslandButton does="start" weight="primary">
										{t("Start notes with {name}", { name: firstName })}
									</IslandButton>
								) : (
									<p class="hint">
										{t(
											"The relationship has ended: nothing is written here any more.",
										)}
									</p>
								)}
							</Stack>
						</Section>
					</When>
					<When is="not-granted">
						<Section
							title={t("{name} lets you read first", { name: firstName })}
							layout="beside"
						>
							<p>
								{t(
									"{name} has started these notes, or your keys are new. Once {name} opens this page and lets you read, you see them here. Notes for you alone are under “Your own notes”.",
									{ name: firstName },
								)}
							</p>
							<p>
								<a href="/me/notes">{t("Your own notes")}</a>
							</p>
						</Section>
					</When>
					<When is="open">
						<Comparing name={firstName} />
						{endedAt === null ? (
							<Section title={t("Write")} layout="beside">
								<Compose readers={readers} />
								<RecoveryHint />
							</Section>
						) : (
							<p class="hint">
								{t(
									"The relationship has ended: what is here can be read, and nothing more is written.",
								)}
							</p>
						)}
						<NoteList readers={readers} title={t("What you have kept")} />
						{endedAt === null && <RecoveryChoice name={firstName} />}
					</When>
				</div>
			</SealedPlace>
			<DemonstrationHint name={firstName} />
		</Page>
	);
}
