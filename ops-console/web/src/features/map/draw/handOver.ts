/** The address of the desk where evacuation is proposed, with these districts chosen. */
export function evacuationOf(districts: readonly string[]): string {
  return `/evacuation?${new URLSearchParams({ districts: districts.join(',') })}`;
}

/** The address of the desk where a notice is written, with these districts as its readers. */
export function noticeOf(districts: readonly string[]): string {
  return `/notices/new?${new URLSearchParams({ districts: districts.join(',') })}`;
}

/** The districts an address chooses. */
export function districtsIn(search: string): readonly string[] {
  return (new URLSearchParams(search).get('districts') ?? '').split(',').filter(Boolean);
}
