import { Icon } from "./icon.tsx";
import { formatNumber, t } from "./text.ts";

/** A file to keep: its name and how large it is. */
export function FileLink({
	href,
	file: { name, bytes },
}: {
	href: string;
	file: { readonly name: string; readonly bytes: number };
}) {
	return (
		<a class="file-link" href={href} download>
			<Icon name="file" />
			{name}{" "}
			<span class="hint">
				{t("{size} MB", {
					size: formatNumber(Math.max(0.1, bytes / 1_048_576), 1),
				})}
			</span>
		</a>
	);
}
