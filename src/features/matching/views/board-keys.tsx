import { Dialog } from "../../../ui/dialog.tsx";
import { FormKey } from "../../../ui/form-key.tsx";
import { t } from "../../../ui/text.ts";

/** What goes with every decision: its key, what one looks through, and which decisions one has seen. */
export function BoardFields({ view, seen }: { view: string; seen: number }) {
	return (
		<>
			<FormKey />
			{view !== "" && <input type="hidden" name="view" value={view} />}
			<input type="hidden" name="seen" value={seen} />
		</>
	);
}

/** The keys that do what the buttons do. */
export function BoardKeys() {
	const keys: readonly (readonly [string, string])[] = [
		["↓ ↑", t("the next pair, the one before")],
		["Enter", t("open the pair: why, who else, at what price")],
		["p", t("pin it, or release it")],
		["x", t("rule it out")],
		["s", t("swap: first the one pair, then the other")],
		["u", t("undo the last decision")],
		["r", t("do it again")],
		["Esc", t("do not swap after all")],
	];
	return (
		<div class="board-keys">
			<Dialog
				id="board-keys"
				title={t("Keys on the board")}
				opener={t("Keys")}
				weight="quiet"
			>
				<dl class="keys">
					{keys.map(([key, what]) => (
						<div key={key}>
							<dt>
								<kbd>{key}</kbd>
							</dt>
							<dd>{what}</dd>
						</div>
					))}
				</dl>
			</Dialog>
		</div>
	);
}
