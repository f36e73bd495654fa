import { Audience, type Readers } from "../../../ui/audience.tsx";
import {
	Actions,
	Button,
	ButtonForm,
	LinkButton,
} from "../../../ui/button.tsx";
import { Icon, iconNames } from "../../../ui/icon.tsx";
import { Columns, Prose, Section } from "../../../ui/section.tsx";
import { Status, type StatusKind, Tags } from "../../../ui/status.tsx";
import { t } from "../../../ui/text.ts";

const audiences: readonly Readers[] = [
	"you-alone",
	"pairing-only",
	"groups-of-five",
	"proposed-partner",
	"program-managers",
	"organisation",
	"anyone-with-link",
	{ who: "relationship", names: ["Ingrid"] },
	{ who: "relationship", names: ["Ingrid", "Tomás", "Wei"] },
	{ who: "facilitated", names: ["Ingrid"] },
	{ who: "office-holders", offices: ["the program manager", "the analyst"] },
];

const states: readonly (readonly [StatusKind, string])[] = [
	["done", "Both said yes"],
	["active", "Meeting since January"],
	["waiting", "Waiting for Tomás"],
	["attention", "No session for nine weeks"],
	["loss", "Ended early"],
	["quiet", "Paused until September"],
];

export function FoundationSpecimens() {
	return (
		<Section
			title={t("Foundation")}
			id="foundation"
			lead="Two typefaces, one paper, one green for what can be done, amber for what needs someone, red only for loss."
		>
			<Columns>
				<Prose>
					<h3>A heading inside a section</h3>
					<p>
						Prose stands in a measure of sixty-eight characters. Wei begins the
						integration in June; Ingrid has led two, one of which she would do
						differently. <a href="#forms">A link reads as a link</a>, and{" "}
						<strong>emphasis is rare</strong>.
					</p>
					<p>
						Long words keep their place:
						Führungsnachwuchskräfteentwicklungsprogramm,
						Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz.
					</p>
				</Prose>
				<Colours />
			</Columns>
			<h3>Who will read it</h3>
			<ul class="specimens">
				{audiences.map((of) => (
					<li key={JSON.stringify(of)}>
						<Audience of={of} />
					</li>
				))}
			</ul>
			<h3>Buttons</h3>
			<Actions>
				<Button>Propose these pairs</Button>
				<Button weight="secondary">Run again around the pinned</Button>
				<Button weight="quiet">Not now</Button>
				<Button weight="danger">End this relationship</Button>
				<Button disabled>Publish the round</Button>
				<LinkButton href="#tables" icon="arrow">
					Open the board
				</LinkButton>
				<ButtonForm action="/design" icon="undo" weight="quiet">
					Undo
				</ButtonForm>
			</Actions>
			<h3>States and tags</h3>
			<ul class="specimens">
				{states.map(([kind, words]) => (
					<li key={kind}>
						<Status kind={kind}>{words}</Status>
					</li>
				))}
			</ul>
			<Tags
				words={["Leading through change", "Board and governance", "Deutsch"]}
			/>
			<h3>Icons</h3>
			<ul class="icon-specimens">
				{iconNames().map((name) => (
					<li key={name}>
						<Icon name={name} />
						{name}
					</li>
				))}
			</ul>
		</Section>
	);
}

function Colours() {
	return (
		<ul class="colour-specimens">
			{[
				["paper", "Paper"],
				["wash", "Wash"],
				["ink", "Ink"],
				["ink-soft", "Soft ink"],
				["green", "Can be done"],
				["amber", "Needs someone"],
				["red", "Loss"],
				["group-1", "Group 1"],
				["group-2", "Group 2"],
				["group-3", "Group 3"],
				["group-4", "Group 4"],
				["group-5", "Group 5"],
			].map(([name, label]) => (
				<li key={name}>
					<span class={`swatch ${name}`} />
					{label}
				</li>
			))}
		</ul>
	);
}
