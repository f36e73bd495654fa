import { Disclosure } from "../../../ui/disclosure.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { t } from "../../../ui/text.ts";
import { Actions } from "../../../ui/button.tsx";
import { IslandButton } from "../../../ui/when.tsx";

/** How sure it is that nobody stands between the two, and how to make sure. One of the four shows. */
export function Comparing({ name }: { name: string }) {
	return (
		<div class="assurance">
			<p data-assurance="none" hidden>
				<Icon name="hourglass" />
				{t(
					"{name} has no keys yet, so only you can read what you write here. Once {name} has made them, open this page again and let {name} read.",
					{ name },
				)}
			</p>
			<p data-assurance="compared" hidden>
				<Icon name="check" />
				{t(
					"You have compared words with {name}: only the two of you can open these notes.",
					{ name },
				)}
			</p>
			<div data-assurance="seen new" hidden>
				<p>
					<Icon name="alert" />
					<strong>{t("Not verified yet.")}</strong>{" "}
					{t(
						"Compare six words with {name} once, by phone or when you meet: then you know that nobody stands between.",
						{ name },
					)}
				</p>
				<Disclosure summary={t("Compare words with {name}", { name })}>
					<ComparedWords name={name} />
				</Disclosure>
			</div>
			<div data-assurance="changed" hidden>
				<p role="alert">
					<Icon name="alert" />
					<strong>
						{t("{name} has other keys than those you met before.", { name })}
					</strong>{" "}
					{t(
						"That is so when {name} lost the old ones and made new ones; it would also be so if somebody stood between you. {name} reads nothing until you have compared words.",
						{ name },
					)}
				</p>
				<ComparedWords name={name} />
			</div>
			<div data-letting-read hidden>
				<p>{t("{name} has keys and cannot read these notes yet.", { name })}</p>
				<IslandButton does="let-read" weight="primary">
					{t("Let {name} read", { name })}
				</IslandButton>
			</div>
		</div>
	);
}

/** The words of both, and what one found. */
export function ComparedWords({ name }: { name: string }) {
	return (
		<>
			<p>
				{t(
					"{name} reads you the six words from “The keys to what you seal”. Your browser shows these for {name}:",
					{ name },
				)}
			</p>
			<ol class="words-to-compare" data-partner-words />
			<p>{t("Then read yours to {name}:", { name })}</p>
			<ol class="words-to-compare" data-own-words />
			<Actions>
				<IslandButton does="words-same" weight="primary">
					{t("{name}’s words are the same", { name })}
				</IslandButton>
				<IslandButton does="words-differ" weight="danger">
					{t("They are not the same")}
				</IslandButton>
			</Actions>
			<p class="island-trouble" data-words-differ hidden>
				{t(
					"Then write nothing here. Tell {name} by another way, and whoever looks after security in your organisation: somebody may stand between you.",
					{ name },
				)}
			</p>
		</>
	);
}
