import { Audience, type Readers } from "../../../ui/audience.tsx";
import { SearchField } from "../../../ui/fields.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { IslandButton } from "../../../ui/when.tsx";

/** The notes that were opened, as the island fills them in; searched here in the browser, and nowhere else. */
export function NoteList({
	readers,
	title,
}: {
	readers: readonly { readonly kind: "ours" | "mine"; readonly of: Readers }[];
	title: string;
}) {
	return (
		<Section title={title}>
			<div class="note-tools" data-note-tools hidden>
				<SearchField
					name="search"
					label={t("Search in these notes")}
					hint={t("In your browser: what you type here goes nowhere.")}
					size="medium"
					required
				/>
				<IslandButton does="download" weight="quiet">
					{t("Download what you can read")}
				</IslandButton>
			</div>
			<p data-no-notes hidden>
				{t(
					"Nothing here yet. A line or two after you met is a good start: what you want to remember, what you will do.",
				)}
			</p>
			<p data-nothing-found hidden>
				{t("No note has these words.")}
			</p>
			<ul class="notes" data-notes />
			<ul class="notes" data-refused />
			<template data-note>
				<li class="note">
					<p class="note-head">
						<strong data-writer />
						<time data-moment />
						{readers.map(({ kind, of }) => (
							<span key={kind} data-readers={kind} hidden>
								<Audience of={of} />
							</span>
						))}
					</p>
					<p class="note-text" data-text />
					<p class="note-actions">
						<IslandButton does="edit-note" weight="quiet">
							{t("Change")}
						</IslandButton>
						<IslandButton does="delete-note" weight="quiet">
							{t("Delete")}
						</IslandButton>
					</p>
				</li>
			</template>
			<template data-note-refused>
				<li class="note note-refused">
					<p data-why />
				</li>
			</template>
			<p data-deletion hidden>
				{t("Delete this note? It cannot be brought back.")}
			</p>
		</Section>
	);
}
