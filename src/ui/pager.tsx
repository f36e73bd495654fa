import { pageHref, type TableState } from "./table-state.ts";
import { formatNumber, t } from "./text.ts";

export function Pager({ state, total }: { state: TableState; total: number }) {
	const pages = Math.max(1, Math.ceil(total / state.pageSize));
	const last = Math.min(total, state.offset + state.pageSize);
	return (
		<nav class="pager" aria-label={t("Pages")}>
			<p>
				{t("{first} to {last} of {total}", {
					first: formatNumber(Math.min(total, state.offset + 1)),
					last: formatNumber(last),
					total: formatNumber(total),
				})}
			</p>
			{pages > 1 && (
				<ul>
					{state.page > 1 && (
						<li>
							<a rel="prev" href={pageHref(state, state.page - 1)}>
								{t("Previous")}
							</a>
						</li>
					)}
					{pagesToShow(state.page, pages).map((page, place) => (
						<li key={place}>
							{page === null ? (
								<span class="gap">…</span>
							) : (
								<a
									href={pageHref(state, page)}
									aria-current={page === state.page ? "page" : undefined}
								>
									<span class="unseen">{t("Page")} </span>
									{formatNumber(page)}
								</a>
							)}
						</li>
					))}
					{state.page < pages && (
						<li>
							<a rel="next" href={pageHref(state, state.page + 1)}>
								{t("Next")}
							</a>
						</li>
					)}
				</ul>
			)}
		</nav>
	);
}

/** First, last and the neighbours; null where pages are left out. */
function pagesToShow(page: number, pages: number): readonly (number | null)[] {
	const shown = [...new Set([1, page - 1, page, page + 1, pages])]
		.filter((each) => each >= 1 && each <= pages)
		.toSorted((one, other) => one - other);
	return shown.flatMap((each, place) => {
		const before = shown[place - 1] ?? each;
		return each - before > 1 ? [null, each] : [each];
	});
}
