import type { ComponentChildren } from "preact";
import { FormKey } from "./form-key.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** primary: the page's one main action. danger: loses something. */
export type Weight = "primary" | "secondary" | "quiet" | "danger";

type Looks = {
	children: ComponentChildren;
	weight?: Weight | undefined;
	icon?: IconName | undefined;
};

export function Button({
	children,
	weight = "primary",
	icon,
	...attributes
}: Looks & {
	name?: string;
	value?: string;
	formaction?: string;
	form?: string;
	disabled?: boolean;
}) {
	return (
		<button type="submit" class={`button ${weight}`} {...attributes}>
			{icon && <Icon name={icon} />}
			{children}
		</button>
	);
}

/** Goes somewhere and changes nothing. */
export function LinkButton({
	children,
	href,
	weight = "secondary",
	icon,
	download,
}: Looks & { href: string; download?: boolean }) {
	return (
		<a class={`button ${weight}`} href={href} download={download}>
			{icon && <Icon name={icon} />}
			{children}
		</a>
	);
}

/** A button that is a form of its own, with its own one-time key: "Not now" in a row, "Undo" in a notice. */
export function ButtonForm({
	action,
	values = {},
	children,
	weight = "secondary",
	icon,
}: Looks & {
	action: string;
	values?: Readonly<Record<string, string>>;
}) {
	return (
		<form class="button-form" method="post" action={action}>
			<FormKey />
			{Object.entries(values).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<Button weight={weight} icon={icon}>
				{children}
			</Button>
		</form>
	);
}

/** Buttons side by side; on a phone, below each other and as wide as the thumb expects. */
export function Actions({ children }: { children: ComponentChildren }) {
	return <div class="actions">{children}</div>;
}
