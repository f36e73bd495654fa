import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import { t } from "./text.ts";

export type Step = {
	readonly label: string;
	readonly state: "done" | "current" | "ahead";
	readonly href?: string | undefined;
	/** How long it takes, what it is for, or what came of it. */
	readonly hint?: ComponentChildren;
};

/** The way through something that has an end: setting up, importing, a round. */
export function Steps({
	label,
	steps,
}: {
	label: string;
	steps: readonly Step[];
}) {
	return (
		<ol class="steps" aria-label={label}>
			{steps.map((step, place) => (
				<li
					key={step.label}
					class={step.state}
					aria-current={step.state === "current" ? "step" : undefined}
				>
					<span class="step-mark" aria-hidden="true">
						{step.state === "done" ? <Icon name="check" /> : place + 1}
					</span>
					<p>
						{step.href ? (
							<a href={step.href}>{step.label}</a>
						) : (
							<span class="step-label">{step.label}</span>
						)}
						{step.state === "done" && <span class="unseen">, {t("done")}</span>}
						{step.hint && <span class="hint">{step.hint}</span>}
					</p>
				</li>
			))}
		</ol>
	);
}
