import { createHash } from "node:crypto";
import { Invalid } from "../../platform/http/refusal.ts";
import { t } from "../../ui/text.ts";

/** Travels with a form and says which values it was opened on. */
export function markOf(values: unknown): string {
	return createHash("sha256")
		.update(JSON.stringify(values))
		.digest("base64url")
		.slice(0, 16);
}

/**
 * Two windows must not mix their answers silently: whoever saves second is told, with what they typed still in the form. The form that
 * comes back carries the new mark, so saving once more replaces knowingly.
 */
export function refuseStale(values: unknown, seen: string): void {
	if (markOf(values) === seen) return;
	throw new Invalid(
		{},
		t(
			"This was changed elsewhere after you opened it, perhaps in another window. What you typed is still below; save again to put it in place of what is stored now.",
		),
	);
}
