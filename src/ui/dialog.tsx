import type { ComponentChildren } from "preact";
import type { Weight } from "./button.tsx";
import { useIsland } from "./frame.ts";
import { Icon, type IconName } from "./icon.tsx";
import { t } from "./text.ts";

/** Opens over the page; without script its link goes to its anchor and it stands there just the same. */
export function Dialog({
	id,
	title,
	opener,
	weight = "secondary",
	icon,
	isOpen = false,
	children,
}: {
	id: string;
	title: string;
	/** The words on what opens it. */
	opener: string;
	weight?: Weight;
	icon?: IconName;
	/** For a form inside that came back with something to mend. */
	isOpen?: boolean;
	children: ComponentChildren;
}) {
	useIsland("dialog");
	return (
		<>
			<a
				class={`button ${weight}`}
				href={`#${id}`}
				data-opens={id}
				aria-haspopup="dialog"
			>
				{icon && <Icon name={icon} />}
				{opener}
			</a>
			<dialog
				class={isOpen ? "dialog shown" : "dialog"}
				id={id}
				aria-labelledby={`${id}-title`}
				data-open={isOpen || undefined}
			>
				<div class="dialog-body">
					<h2 id={`${id}-title`}>{title}</h2>
					{children}
					<a class="dialog-close" href="#content" data-closes>
						<Icon name="close" />
						<span class="unseen">{t("Close")}</span>
					</a>
				</div>
			</dialog>
		</>
	);
}
