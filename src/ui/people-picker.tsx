// Chooses a few people out of very many, inside a form. Whoever is chosen stands on top, ticked; whoever is found stands below, to be ticked. Every button of
// the form sends what is ticked anywhere, so nobody is lost by looking further, and no script is needed; with it, looking happens while one types.
import { Button } from "./button.tsx";
import { FieldSet } from "./field.tsx";
import { fieldId, useForm } from "./form.tsx";
import { useIsland } from "./frame.ts";
import { Icon } from "./icon.tsx";
import { formatNumber, t } from "./text.ts";

export type Pickable = {
	readonly id: string;
	readonly name: string;
	/** "Treasurer · Ports" */
	readonly about?: string | undefined;
};

export type Found = {
	readonly people: readonly Pickable[];
	readonly total: number;
	/** From 1. */
	readonly page: number;
	readonly pageSize: number;
	/** As typed. */
	readonly search: string;
};

type Props = {
	/** Sent once for everyone who is ticked. */
	name: string;
	label: string;
	hint?: string | undefined;
	/** Where the form goes to look further: it answers with the same page. */
	action: string;
	chosen: readonly Pickable[];
	found: Found;
	/** Who cannot be chosen any more, and what stands there instead: "is asked already". */
	taken?: ReadonlyMap<string, string>;
	required?: boolean;
};

export function PeoplePicker(props: Props) {
	useIsland("people-picker");
	const { name, action, chosen, found } = props;
	const id = fieldId(useForm().id, name);
	return (
		<FieldSet props={{ required: true, ...props }}>
			<div class="picker" data-picker={action}>
				<div data-picked>
					<p class="hint">
						<output>
							{t(
								"{count, plural, =0 {Nobody chosen yet} one {One person chosen} other {# people chosen}}",
								{ count: chosen.length },
							)}
						</output>
					</p>
					<span class="tags">
						{chosen.map((one) => (
							<label key={one.id} class="tag removable">
								<input type="checkbox" name={name} value={one.id} checked />
								{one.name}
								<Icon name="close" />
							</label>
						))}
					</span>
				</div>
				<div class="picker-search">
					<label for={`${id}-search`}>
						{t("Search by name, title or unit")}
					</label>
					<input
						type="search"
						class="input"
						id={`${id}-search`}
						name="search"
						value={found.search}
						autocomplete="off"
					/>
					<Button weight="secondary" name="page" value="1" formaction={action}>
						{t("Search")}
					</Button>
				</div>
				<div data-found data-page={found.page}>
					<FoundPeople {...props} />
				</div>
			</div>
		</FieldSet>
	);
}

function FoundPeople({ name, action, chosen, found, taken }: Props) {
	const id = fieldId(useForm().id, name);
	const picked = new Set(chosen.map((one) => one.id));
	if (found.people.length === 0)
		return (
			<p>{t("Nobody here is called “{search}”.", { search: found.search })}</p>
		);
	return (
		<>
			<ul class="choices columns">
				{found.people.map((one) => {
					const standing = picked.has(one.id)
						? t("chosen")
						: taken?.get(one.id);
					const label = (
						<span class="choice-label">
							{one.name}
							{one.about && <span class="hint">{one.about}</span>}
						</span>
					);
					return (
						<li key={one.id}>
							{standing === undefined ? (
								<label class="choice" for={`${id}-${one.id}`}>
									<input
										type="checkbox"
										id={`${id}-${one.id}`}
										name={name}
										value={one.id}
									/>
									{label}
								</label>
							) : (
								<span class="choice picked">
									<Icon name="check" />
									<span class="choice-label">
										{one.name}
										<span class="hint">{standing}</span>
									</span>
								</span>
							)}
						</li>
					);
				})}
			</ul>
			<Pages action={action} found={found} />
		</>
	);
}

function Pages({ action, found }: Pick<Props, "action" | "found">) {
	const { total, page, pageSize } = found;
	const first = (page - 1) * pageSize + 1;
	const to = (each: number, label: string) => (
		<Button weight="quiet" name="page" value={`${each}`} formaction={action}>
			{label}
		</Button>
	);
	return (
		<p class="picker-pages">
			<span>
				{t("{first} to {last} of {total}", {
					first: formatNumber(first),
					last: formatNumber(Math.min(total, first + pageSize - 1)),
					total: formatNumber(total),
				})}
			</span>
			{page > 1 && to(page - 1, t("Previous"))}
			{first + pageSize <= total && to(page + 1, t("Next"))}
		</p>
	);
}
