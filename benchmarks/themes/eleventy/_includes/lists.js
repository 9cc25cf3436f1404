// Lists of events: by term and by period, in pages of so many.

export function chunks(path, items, size, about = {}) {
  const count = Math.max(1, Math.ceil(items.length / size));
  const paths = Array.from({ length: count }, (_, index) => (index ? `${path}page/${index + 1}/` : path));
  return paths.map((each, index) => ({
    ...about,
    path: each,
    paths,
    items: items.slice(index * size, (index + 1) * size),
    total: items.length,
    number: index + 1,
    count,
    previous: paths[index - 1],
    next: paths[index + 1],
  }));
}

export function listed(events, kind) {
  const found = new Map();
  for (const event of events) {
    for (const id of event.data[kind] ?? []) {
      const held = found.get(id);
      if (held) held.push(event);
      else found.set(id, [event]);
    }
  }
  return [...found.keys()].sort().map((id) => ({ id, kind, path: `/${kind}/${id}/`, events: found.get(id) }));
}

export function periodsOf(events) {
  const years = listed(events, "years").map((year) => ({ ...year, path: `/${year.id}/`, months: [] }));
  for (const month of listed(events, "months")) {
    years.find((year) => month.id.startsWith(year.id)).months.push({ ...month, path: `/${month.id}/` });
  }
  return years;
}

// Every claim of each figure, in time, and where each event's stands.
export function claimsOfFigures(events) {
  const figures = new Map();
  for (const event of events) {
    for (const claim of event.data.claims ?? []) {
      const held = figures.get(claim.figure) ?? { claims: [], at: new Map() };
      figures.set(claim.figure, held);
      held.at.set(event.url, held.claims.length);
      held.claims.push({ claim, event });
    }
  }
  return figures;
}
