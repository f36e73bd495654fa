import { Audience, type Readers } from "../../../ui/audience.tsx";
import { Actions } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { t } from "../../../ui/text.ts";
import { IslandButton } from "../../../ui/when.tsx";

/** Where a note is written. `readers`: whom it can be for; the first is what it is for unless somebody chooses. */
export function Compose({
	readers,
}: {
	readers: readonly { readonly kind: "ours" | "mine"; readonly of: Readers }[];
}) {
	return (
		<form class="form" data-submits="note" autocomplete="off">
			<fieldset class="field">
				<legend class="label">{t("Who will read it")}</legend>
				<div class="note-readers">
					{readers.map(({ kind, of }, index) => (
						<label key={kind}>
							<input
								type="radio"
								name="kind"
								value={kind}
								checked={index === 0}
							/>
							<Audience of={of} />
						</label>
					))}
				</div>
			</fieldset>
			<TextArea name="note" label={t("Note")} rows={5} required />
			<Actions>
				<button type="submit" class="button primary">
					{t("Seal and keep")}
				</button>
				<span data-editing hidden>
					<IslandButton does="stop-editing" weight="quiet">
						{t("Leave it as it was")}
					</IslandButton>
				</span>
			</Actions>
			<output class="hint" data-kept hidden>
				{t("Sealed and kept.")}
			</output>
		</form>
	);
}
