import type { RelationshipRow } from "../../platform/database/schema.ts";
import { t } from "../../ui/text.ts";

export function kindName(kind: RelationshipRow["kind"]): string {
	switch (kind) {
		case "one-to-one":
			return t("one to one");
		case "reverse":
			return t("reverse mentoring");
		case "peer":
			return t("among peers");
		case "circle":
			return t("circle");
		case "flash":
			return t("a single conversation");
		case "shadowing":
			return t("shadowing");
	}
}
