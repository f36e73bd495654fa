import { Select } from "../../../../ui/choices.tsx";
import { FieldRow, Form } from "../../../../ui/form.tsx";
import {
	ENCODINGS,
	type Separator,
	SEPARATORS,
} from "../../../../platform/spreadsheet/table.ts";
import { t } from "../../../../ui/text.ts";
import type { FileLook } from "../file-look.ts";
import type { PeopleImport } from "../queries/imports.ts";

/** For when the guess was wrong: another encoding, separator or sheet. */
export function ReadingFields({
	found,
	look,
}: {
	found: PeopleImport;
	look: FileLook;
}) {
	const { reading } = found.choices;
	return (
		<Form
			id="reading"
			action={`/people/import/${found.id}/reading`}
			submit={t("Read it again")}
			weight="secondary"
		>
			{look.encoding === null ? (
				<Select
					name="sheet"
					label={t("Sheet")}
					value={reading.sheet ?? look.sheet ?? ""}
					unchosen={t("The first that has anything in it")}
					choices={look.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
				/>
			) : (
				<FieldRow>
					<Select
						name="encoding"
						label={t("Encoding")}
						value={reading.encoding ?? ""}
						unchosen={t("Recognise it ({encoding})", {
							encoding: look.encoding,
						})}
						choices={ENCODINGS.map((encoding) => ({
							value: encoding,
							label: encoding,
						}))}
					/>
					<Select
						name="separator"
						label={t("Columns are separated by")}
						value={reading.separator ?? ""}
						unchosen={t("Recognise it ({separator})", {
							separator: separatorName(look.separator ?? ","),
						})}
						choices={SEPARATORS.map((separator) => ({
							value: separator,
							label: separatorName(separator),
						}))}
					/>
				</FieldRow>
			)}
		</Form>
	);
}

function separatorName(separator: Separator): string {
	switch (separator) {
		case ",":
			return t("commas");
		case ";":
			return t("semicolons");
		case "\t":
			return t("tabs");
		case "|":
			return t("vertical bars");
	}
}
