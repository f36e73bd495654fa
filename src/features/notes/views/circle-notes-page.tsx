import { Actions } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { IslandButton, When } from "../../../ui/when.tsx";
import { SealedPlace } from "../../keyring/views/sealed-place.tsx";
import type { CircleMember } from "../../relationships/circles/queries.ts";
import type { Relationship } from "../../relationships/queries.ts";
import { ComparedWords } from "./comparing.tsx";
import { Compose } from "./compose.tsx";
import { NoteList } from "./note-list.tsx";
import { notesDocuments } from "./documents.ts";

type Named = { readonly id: string; readonly name: string };

/** The sealed notes of a circle: as between two, but that members come and go. */
export function CircleNotesPage({
	frame,
	relationship: { id, name, endedAt },
	members,
	formers,
}: {
	frame: Frame;
	relationship: Relationship;
	members: readonly CircleMember[];
	/** Who wrote here and has left. */
	formers: readonly Named[];
}) {
	const base = `/relationships/${id}`;
	const me = frame.person?.id ?? "";
	const others = members.filter((member) => member.id !== me);
	const readers = [
		{ kind: "ours", of: { who: "circle", others: others.length } },
		{ kind: "mine", of: "you-alone" },
	] as const;
	const names = [...others, { id: me, name: t("You") }];
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("The notes you share")}
			parent={{ label: name, href: base }}
			lead={t("Sealed in your browser. Nobody who runs Baton can read them.")}
		>
			<SealedPlace island="notes" documents={notesDocuments(base)}>
				<div
					data-relationship={id}
					data-ended={endedAt !== null}
					data-names={namesAsJson(names)}
					data-formers={namesAsJson(formers)}
				>
					<When is="not-started">
						<Section
							title={t("Notes that only your circle reads")}
							layout="beside"
						>
							<Stack>
								<p>
									{t(
										"Each of you can write here; all of you read it, nobody else. Who comes later reads once one of you lets them; who leaves reads nothing that is written afterwards.",
									)}
								</p>
								{endedAt === null ? (
									<IslandButton does="start" weight="primary">
										{t("Start the notes")}
									</IslandButton>
								) : (
									<p class="hint">
										{t(
											"The circle has ended: nothing is written here any more.",
										)}
									</p>
								)}
							</Stack>
						</Section>
					</When>
					<When is="not-granted">
						<Section
							title={t("One of your circle lets you read first")}
							layout="beside"
						>
							<p>
								{t(
									"These notes have begun without your keys. Once one of the others opens this page and lets you read, you see them here. Notes for you alone are under “Your own notes”.",
								)}
							</p>
							<p>
								<a href="/me/notes">{t("Your own notes")}</a>
							</p>
						</Section>
					</When>
					<When is="open">
						{endedAt === null ? (
							<Section title={t("Write")} layout="beside">
								<Compose readers={readers} />
							</Section>
						) : (
							<p class="hint">
								{t(
									"The circle has ended: what is here can be read, and nothing more is written.",
								)}
							</p>
						)}
						<NoteList readers={readers} title={t("What you have kept")} />
						<Section
							title={t("Who can read here")}
							lead={t(
								"Compare six words with each once, by phone or when you meet: then you know that nobody stands between.",
							)}
						>
							{others.map((member) => (
								<Reader key={member.id} member={member} />
							))}
						</Section>
					</When>
				</div>
			</SealedPlace>
		</Page>
	);
}

/** One of the others; the island shows which of these holds. */
function Reader({ member: { id, name } }: { member: CircleMember }) {
	return (
		<div class="circle-reader" data-member={id}>
			<p>
				<strong>{name}</strong>{" "}
				<span class="hint" data-assurance="none" hidden>
					{t("has no keys yet, so cannot read.")}
				</span>
				<span class="hint" data-assurance="waiting" hidden>
					{t("has keys and cannot read yet.")}
				</span>
				<span class="hint" data-assurance="seen new" hidden>
					{t("reads here. Words not compared yet.")}
				</span>
				<span class="hint" data-assurance="compared" hidden>
					{t("reads here. You have compared words.")}
				</span>
				<span data-assurance="changed" hidden>
					{t(
						"has other keys than those you met before, and reads nothing more until you have compared words.",
					)}
				</span>
			</p>
			<div data-assurance="waiting" hidden>
				<Actions>
					<IslandButton does="let-read">
						{t("Let {name} read", { name })}
					</IslandButton>
				</Actions>
			</div>
			<div data-assurance="waiting seen new changed" hidden>
				<Disclosure summary={t("Compare words with {name}", { name })}>
					<ComparedWords name={name} />
				</Disclosure>
			</div>
		</div>
	);
}

function namesAsJson(people: readonly Named[]): string {
	return JSON.stringify(
		Object.fromEntries(people.map(({ id, name }) => [id, name])),
	);
}
