import {
	Actions,
	Button,
	ButtonForm,
	LinkButton,
} from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { SearchForm } from "../../../ui/search-form.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Relationship } from "../../relationships/queries.ts";

export type Peer = {
	readonly id: string;
	readonly name: string;
	readonly title: string | null;
	readonly place: string | null;
};

/** For a mentor who would like somebody else to go on with a mentee. */
export function HandOverPage({
	frame,
	relationship: { id, firstName },
	asking,
	search,
	peers,
	state,
}: {
	frame: Frame;
	relationship: Relationship;
	asking: { readonly endsBy: string; readonly peer: string } | undefined;
	/** What was looked for; empty: nobody in particular. */
	search: string;
	/** Who can take over, those who fit best first. */
	peers: readonly Peer[];
	state?: FormState | undefined;
}) {
	const path = `/relationships/${id}/hand-over`;
	const readers = { who: "relationship", names: [t("whom you ask")] } as const;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Hand over to a peer")}
			parent={{
				label: t("You and {name}", { name: firstName }),
				href: `/relationships/${id}`,
			}}
			lead={t(
				"When there is too much, or when you leave: somebody else goes on with {name}, if both want it.",
				{ name: firstName },
			)}
		>
			{asking === undefined ? (
				<Section title={t("Whom do you ask?")}>
					<SearchForm
						action={path}
						label={t("Search by name, title or unit")}
						value={search}
					/>
					<Form action={path} state={state}>
						{peers.length > 0 ? (
							<RadioGroup
								name="peer"
								label={t("Mentors with a place who fit {name}", {
									name: firstName,
								})}
								hint={
									search === ""
										? t(
												"Those who fit best first, as the program’s policy weighs it. Look for others by name.",
											)
										: t(
												"Those like “{search}” who can take over, those who fit best first.",
												{ search },
											)
								}
								audience={readers}
								required
								choices={peers.map(({ id: peer, name, title, place }) => ({
									value: peer,
									label: name,
									hint: [title, place].filter(Boolean).join(" · ") || undefined,
								}))}
							/>
						) : search !== "" ? (
							<p>
								{t("Nobody like “{search}” can take over now.", { search })}
							</p>
						) : (
							<p>
								{t(
									"Nobody in the program has a place for {name} at the moment. Whoever runs it can ask mentors for more places; you can take a pause or end this at any time.",
									{ name: firstName },
								)}
							</p>
						)}
						<TextField
							name="named"
							label={t("Or somebody else, by name or address")}
							audience={readers}
							size="medium"
						/>
						<Actions>
							<Button>{t("Ask them")}</Button>
							<LinkButton weight="quiet" href={`/relationships/${id}`}>
								{t("Not now")}
							</LinkButton>
						</Actions>
					</Form>
				</Section>
			) : (
				<Section title={t("You have asked {name}", { name: asking.peer })}>
					<p>
						{t(
							"You hear by {day} at the latest: that it is done, or that it stays as it is. Until then everything goes on.",
							{ day: formatDate(asking.endsBy) },
						)}
					</p>
					<Actions>
						<ButtonForm action={`${path}/withdraw`}>
							{t("Take it back")}
						</ButtonForm>
					</Actions>
				</Section>
			)}
			<Section title={t("What happens")}>
				<ol class="steps-ahead">
					<li>
						{t(
							"Your colleague is asked first, and reads {name}’s name and yours. Nothing of what you two wrote.",
							{ name: firstName },
						)}
					</li>
					<li>
						{t(
							"With their yes {name} is asked. A no changes nothing, and nobody learns that it was said.",
							{ name: firstName },
						)}
					</li>
					<li>
						{t(
							"With both yeses this ends without fault and theirs begins, at once. Sessions to come are cancelled.",
						)}
					</li>
					<li>
						{t(
							"Your notes, goals and files stay between you and {name}. Nothing goes over.",
							{ name: firstName },
						)}
					</li>
				</ol>
			</Section>
		</Page>
	);
}
