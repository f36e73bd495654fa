import type { AgreementText } from "../../../domain/relationships/agreement.ts";
import {
	agreementChanges,
	type ChangedLine,
} from "../../../domain/relationships/agreement-changes.ts";
import { t } from "../../../ui/text.ts";

/** A text as it is signed: headings, and under each its clauses. */
export function AgreementWords({ text }: { text: AgreementText }) {
	return (
		<div class="agreement">
			{text.sections.map(({ heading, clauses }) => (
				<div key={heading}>
					<h3>{heading}</h3>
					<ul>
						{clauses.map((clause) => (
							<li key={clause}>{clause}</li>
						))}
					</ul>
				</div>
			))}
		</div>
	);
}

/** Exactly what changed from one version to the next; what stayed the same stands in between, quieter. */
export function AgreementChanges({
	before,
	after,
}: {
	before: AgreementText;
	after: AgreementText;
}) {
	return (
		<div class="agreement changes">
			{agreementChanges(before, after).map((line, place) =>
				line.is === "heading" ? (
					<h3 key={place}>
						<Words line={line} />
					</h3>
				) : (
					<p key={place} class={line.kind}>
						<Words line={line} />
					</p>
				),
			)}
		</div>
	);
}

function Words({ line }: { line: ChangedLine }) {
	return (
		<>
			{line.stretches.map(({ kind, text }, place) => {
				if (kind === "same") return text;
				const word = kind === "removed" ? t("removed:") : t("added:");
				const Mark = kind === "removed" ? "del" : "ins";
				return (
					<Mark key={place}>
						<span class="unseen">{word} </span>
						{text}
					</Mark>
				);
			})}
		</>
	);
}
