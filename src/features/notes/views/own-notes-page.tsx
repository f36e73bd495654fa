import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { When } from "../../../ui/when.tsx";
import { SealedPlace } from "../../keyring/views/sealed-place.tsx";
import type { OwnRelationship } from "../../relationships/queries.ts";
import { Compose } from "./compose.tsx";
import { NoteList } from "./note-list.tsx";

const readers = [{ kind: "mine", of: "you-alone" }] as const;

export function OwnNotesPage({
	frame,
	relationships,
}: {
	frame: Frame;
	relationships: readonly OwnRelationship[];
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Your own notes")}
			parent={{ label: t("About you"), href: "/me" }}
			lead={t(
				"Sealed in your browser, for you alone. Nobody who runs Baton can read them.",
			)}
		>
			<SealedPlace
				island="notes"
				documents={{
					keyring: "/me/keys/keyring.json",
					alone: "/me/notes.json",
					"write-alone": "/me/notes",
				}}
			>
				<div
					data-names={JSON.stringify({ [frame.person?.id ?? ""]: t("You") })}
				>
					<When is="open">
						<Section title={t("Write")} layout="beside">
							<Compose readers={readers} />
						</Section>
						<NoteList readers={readers} title={t("What you have kept")} />
					</When>
				</div>
				{relationships.length > 0 && (
					<Section title={t("Notes you share")} layout="beside">
						<ul>
							{relationships.map(({ id, firstName }) => (
								<li key={id}>
									<a href={`/relationships/${id}/notes`}>
										{t("Notes with {name}", { name: firstName })}
									</a>
								</li>
							))}
						</ul>
					</Section>
				)}
			</SealedPlace>
		</Page>
	);
}
