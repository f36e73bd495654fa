import type { FormState } from "../../../ui/form.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { t } from "../../../ui/text.ts";

/** Why what was pressed was not done, where no form stands that could say so. */
export function NothingChanged({ state }: { state: FormState | undefined }) {
	if (!state?.problem) return null;
	return (
		<div class="error-summary" role="alert" tabIndex={-1}>
			<h2>
				<Icon name="alert" />
				{state.problem}
			</h2>
			<p>{t("Nothing was changed.")}</p>
		</div>
	);
}
