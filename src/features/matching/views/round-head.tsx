import { LinkButton } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { t } from "../../../ui/text.ts";
import { ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { Standing } from "../../programs/standing.ts";
import type { RunTrouble } from "../run-trouble.ts";

/** What stands above every page of a round. */
export type RoundPageFacts = {
	standing: Standing;
	/** Why the last run came to nothing. */
	trouble: RunTrouble | undefined;
	/** The round is published or closed. */
	isOver: boolean;
	/** People were asked to talk before pairs are made. */
	hasTalks: boolean;
};

export function RoundHead({
	facts: { standing, trouble, isOver, hasTalks },
	base,
	isPlanned = false,
}: {
	facts: RoundPageFacts;
	base: string;
	/** There is a plan with which others can be compared. */
	isPlanned?: boolean;
}) {
	const { lottery } = standing;
	return (
		<>
			<ProgramTabs standing={standing} current="rounds" />
			{trouble && <Trouble trouble={trouble} />}
			<div class="round-links">
				{!isOver && (
					<LinkButton weight="quiet" icon="scales" href={`${base}/policy`}>
						{t("What makes a good pair")}
					</LinkButton>
				)}
				{!isOver && isPlanned && (
					<LinkButton weight="quiet" icon="growth" href={`${base}/drafts`}>
						{t("What if?")}
					</LinkButton>
				)}
				{lottery && (
					<LinkButton
						weight="quiet"
						icon="scales"
						href={`/programs/${standing.program.id}/lottery`}
					>
						{t("The lottery")}
					</LinkButton>
				)}
				{hasTalks && (
					<LinkButton weight="quiet" icon="people" href={`${base}/talks`}>
						{t("The talks")}
					</LinkButton>
				)}
				{isPlanned && (
					<LinkButton weight="quiet" icon="eye" href={`${base}/audit`}>
						{t("Did it matter who they are?")}
					</LinkButton>
				)}
				<LinkButton weight="quiet" icon="file" href={`${base}/export`}>
					{t("Compute it yourself")}
				</LinkButton>
			</div>
		</>
	);
}

function Trouble({ trouble: { what, lines } }: { trouble: RunTrouble }) {
	return (
		<div class="notice problem" role="alert">
			<Icon name="alert" />
			<div>
				<p>{what}</p>
				{lines.length > 0 && (
					<ul>
						{lines.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
				)}
			</div>
		</div>
	);
}
