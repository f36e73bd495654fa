/** What the members of a relationship promise each other, one text for each topic. */
export const agreementTopics = [
	"boundaries",
	"confidentiality",
	"ethics",
] as const;
export type AgreementTopic = (typeof agreementTopics)[number];

/** A text without any markup: headings, and under each the clauses that someone can say yes to. */
export type AgreementText = {
	readonly sections: readonly AgreementSection[];
};

export type AgreementSection = {
	readonly heading: string;
	readonly clauses: readonly string[];
};

export const mostSections = 8;
export const mostClauses = 12;
export const longestHeading = 80;
export const longestClause = 400;

/** What keeps a text from being published. A section is named by its place, because two may have the same heading while they are written. */
export type AgreementProblem =
	| { readonly why: "empty" | "too-many-sections" }
	| {
			readonly why:
				| "no-heading"
				| "long-heading"
				| "same-heading"
				| "no-clauses"
				| "too-many-clauses"
				| "long-clause";
			readonly section: number;
	  };

export function checkAgreement({
	sections,
}: AgreementText): readonly AgreementProblem[] {
	if (sections.length === 0) return [{ why: "empty" }];
	const problems: AgreementProblem[] =
		sections.length > mostSections ? [{ why: "too-many-sections" }] : [];
	const headings = sections.map(({ heading }) => heading);
	for (const [section, { heading, clauses }] of sections.entries()) {
		if (heading === "") problems.push({ why: "no-heading", section });
		else if (headings.indexOf(heading) < section)
			problems.push({ why: "same-heading", section });
		if (heading.length > longestHeading)
			problems.push({ why: "long-heading", section });
		if (clauses.length === 0) problems.push({ why: "no-clauses", section });
		if (clauses.length > mostClauses)
			problems.push({ why: "too-many-clauses", section });
		if (clauses.some((clause) => clause.length > longestClause))
			problems.push({ why: "long-clause", section });
	}
	return problems;
}

/** One published version, as far as the question who must say yes goes. */
export type VersionTerms = {
	readonly topic: AgreementTopic;
	readonly version: number;
	/** A small change may let earlier acceptances stand. */
	readonly asksAgain: boolean;
};

/** For each topic with a published text: the version that is read now, and the oldest one whose acceptance still holds. */
export type InForce = {
	readonly topic: AgreementTopic;
	readonly current: number;
	readonly required: number;
};

export function inForce(versions: readonly VersionTerms[]): InForce[] {
	return agreementTopics.flatMap((topic) => {
		const own = versions.filter((each) => each.topic === topic);
		if (own.length === 0) return [];
		const asking = own.filter(({ asksAgain }) => asksAgain);
		return {
			topic,
			current: Math.max(...own.map(({ version }) => version)),
			required: Math.max(1, ...asking.map(({ version }) => version)),
		};
	});
}

export type Acceptance = {
	readonly person: string;
	readonly topic: AgreementTopic;
	readonly version: number;
};

export type OpenAcceptance = {
	readonly person: string;
	readonly topic: AgreementTopic;
	/** The version to accept. */
	readonly version: number;
	/** What the person accepted before, if anything: they are shown what changed since. */
	readonly accepted: number | undefined;
};

/** Who still has to say yes to what, by member and in the order of the topics. Empty: the first session may take place. */
export function openAcceptances(
	members: readonly string[],
	texts: readonly InForce[],
	acceptances: readonly Acceptance[],
): OpenAcceptance[] {
	return members.flatMap((person) =>
		texts.flatMap(({ topic, current, required }) => {
			const accepted = lastAccepted(acceptances, person, topic);
			return accepted !== undefined && accepted >= required
				? []
				: { person, topic, version: current, accepted };
		}),
	);
}

function lastAccepted(
	acceptances: readonly Acceptance[],
	person: string,
	topic: AgreementTopic,
): number | undefined {
	const versions = acceptances
		.filter((each) => each.person === person && each.topic === topic)
		.map(({ version }) => version);
	return versions.length === 0 ? undefined : Math.max(...versions);
}
