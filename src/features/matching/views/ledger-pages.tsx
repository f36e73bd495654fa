import { t } from "../../../ui/text.ts";
import type { Wanted } from "../board-layout.ts";
import { queryOf } from "../board-view.ts";

/** The way through a ledger that does not fit on one page. */
export function LedgerPages({
	base,
	wanted,
	pages,
	swapping,
}: {
	base: string;
	wanted: Wanted;
	pages: number;
	/** The pair that was chosen to be swapped: with whom may stand on another page. */
	swapping: string | undefined;
}) {
	if (pages === 1) return null;
	const { page } = wanted;
	const href = (to: number) => {
		const query = queryOf({ ...wanted, page: to });
		if (swapping !== undefined) query.set("swap", swapping);
		return `${base}?${query.toString()}#pairs`;
	};
	return (
		<nav class="pager" aria-label={t("Pages of pairs")}>
			<p>{t("Page {page} of {pages}", { page, pages })}</p>
			{page > 1 && (
				<a href={href(page - 1)} data-in-place>
					{t("Previous page")}
				</a>
			)}
			{page < pages && (
				<a href={href(page + 1)} data-in-place>
					{t("Next page")}
				</a>
			)}
		</nav>
	);
}
