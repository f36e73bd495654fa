import {
	pageHref,
	pageSizes,
	sizeHref,
	type TableState,
} from "./table-state.ts";
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
			{total > pageSizes[0] && <Sizes state={state} />}
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

function Sizes({ state }: { state: TableState }) {
	return (
		<ul class="pager-sizes" aria-label={t("Rows on a page")}>
			{pageSizes.map((size) => (
				<li key={size}>
					<a
						href={sizeHref(state, size)}
						aria-current={size === state.pageSize ? "true" : undefined}
					>
						{formatNumber(size)}
						<span class="unseen"> {t("rows on a page")}</span>
					</a>
				</li>
			))}
		</ul>
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
