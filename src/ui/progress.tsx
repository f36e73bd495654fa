import { useFrame, useIsland } from "./frame.ts";
import { t } from "./text.ts";

type ProgressProps = {
	label: string;
	/** What is happening right now: "4,200 of 10,000 rows read". */
	text: string;
	value?: number | undefined;
	/** Without value and max the bar says only that something is going on. */
	max?: number | undefined;
};

/** How far something is. */
export function Progress({ label, text, value, max }: ProgressProps) {
	return (
		<div class="progress">
			<p class="progress-label">{label}</p>
			<progress value={value} max={max} aria-label={label} />
			<output class="progress-text">{text}</output>
		</div>
	);
}

/**
 * Follows a stream of server-sent events whose data is JSON: { value?, max?, text?, href? }; an href ends it and is gone to. Without script it
 * offers to look again; give the Page `refreshSeconds` so that it does so by itself.
 */
export function LiveProgress(props: ProgressProps & { stream: string }) {
	useIsland("progress");
	return (
		<div data-stream={props.stream}>
			<Progress {...props} />
			<noscript>
				<p class="look-again">
					<a href={useFrame().path}>{t("Look again")}</a>
				</p>
			</noscript>
		</div>
	);
}
