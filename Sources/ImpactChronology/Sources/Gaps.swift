import CaseDates

/// Finds the times without an event.
///
/// An event fills its day, or the days of its span. A date that is wider than the rules allow fills nothing, be it a
/// year or "between" two days, as nobody knows which day is meant; where the row gives its end in a cell of its own,
/// the two ends are filled and nothing between. Such a date is counted with the gaps in which it may lie.
struct Gaps {
    /// The gaps of all sources together in the order of time, then those of each source.
    private(set) var all: [Gap] = []
    private let rules: GapRules

    /// Finds the gaps.
    ///
    /// The time before the first event counts from the birth of the oldest child, where that is known to the day; for
    /// one source from the first event of any. The time after the last counts up to the day of the chronology.
    init(events: [Event], sources: [Source], family: Family, asOf: CalendarDay, rules: GapRules) {
        self.rules = rules
        let spans = events.flatMap { event in
            event.told { [(agency: $0.agency, span: Span($0.date, rules))] }
        }
        let filled = Filled(spans.compactMap(\.span))
        guard let first = filled.first else { return }
        let births = family.children.compactMap(\.birth.born).filter { $0.earliest == $0.latest }
        let start = min(births.first?.earliest?.number ?? first, first)
        let covers = sources.compactMap { source in
            Cover(source, lastEvent: Self.lastEvent(of: source.agency, in: spans, until: asOf.number))
        }
        find(filled, in: start...max(asOf.number, start), covers, most: rules.days, agency: nil)
        for cover in covers {
            let own = Filled(spans.compactMap { $0.agency == cover.agency ? $0.span : nil })
            find(own, in: first...max(asOf.number, first), [cover], most: rules.sourceDays, agency: cover.agency)
        }
    }

    /// The day on which the last event of an agency begins, without what is still to come.
    private static func lastEvent(of agency: String, in spans: [(agency: String, span: Span?)], until asOf: Int) -> Int?
    {
        spans.compactMap { $0.agency == agency ? $0.span?.start : nil }.filter { $0 <= asOf }.max()
    }

    private mutating func find(
        _ filled: Filled,
        in days: ClosedRange<Int>,
        _ covers: [Cover],
        most: Int,
        agency: String?
    ) {
        for empty in filled.empty(in: days) where empty.count > most {
            let parts = Self.parts(of: empty, covers)
            // What is left over at the edge of a covered time is no gap of its own, beside one that is long enough.
            let long = parts.filter { $0.count > most }
            for part in long.isEmpty ? parts : long {
                all.append(
                    Gap(
                        agency: agency,
                        position: filled.position(of: part),
                        from: CalendarDay(number: part.lowerBound),
                        to: CalendarDay(number: part.upperBound),
                        coveredBy: covers.filter { $0.days.overlaps(part) }.map(\.agency),
                        mayHold: filled.wide.count { $0.overlaps(part) }
                    )
                )
            }
        }
    }

    /// Cuts days where they begin or end to be covered by anything.
    private static func parts(of days: ClosedRange<Int>, _ covers: [Cover]) -> [ClosedRange<Int>] {
        let here = covers.filter { $0.days.overlaps(days) }
        let edges = here.flatMap { [$0.days.lowerBound, $0.days.upperBound + 1] }.filter(days.dropFirst().contains)
        let starts = [days.lowerBound] + Set(edges).sorted()
        var parts: [(days: ClosedRange<Int>, isCovered: Bool)] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : days.upperBound
            let isCovered = here.contains { $0.days.contains(start) }
            if let last = parts.last, last.isCovered == isCovered {
                parts[parts.count - 1].days = last.days.lowerBound...end
            } else {
                parts.append((start...end, isCovered))
            }
        }
        return parts.map(\.days)
    }

    /// The days of one date, and which of them it fills.
    private struct Span {
        let days: ClosedRange<Int>
        /// The first day; `nil` where the date is open at its start.
        let start: Int?
        let filled: [ClosedRange<Int>]
        /// Whether it may lie on any of its days, or lasts over them, without filling them.
        let isWide: Bool

        init?(_ date: EventDate, _ rules: GapRules) {
            guard date.isDated else { return nil }
            start = date.earliest?.number
            let end = date.latest?.number
            days = (start ?? .min)...(end ?? .max)
            if let start, let end, end - start < rules.widestDate {
                filled = [days]
                isWide = false
            } else {
                filled = Self.known(date).filter { $0.count <= rules.widestDate }
                isWide = true
            }
        }

        /// The parts of a wide date that are sure: each date of a list, and both ends where the row has a cell for
        /// each.
        private static func known(_ date: EventDate) -> [ClosedRange<Int>] {
            var dates: [PartialDate] = []
            switch date.value {
            case .set(let list, _): dates = list
            case .interval(let first, let last) where date.endText != nil:
                for case .date(let end, _) in [first, last] { dates.append(end) }
            default: break
            }
            return dates.map { $0.days.lowerBound.number...$0.days.upperBound.number }
        }
    }

    /// The days that events fill.
    private struct Filled {
        /// Days in order, none of which touch.
        private var spans: [ClosedRange<Int>] = []
        /// The dates that fill nothing.
        let wide: [ClosedRange<Int>]

        init(_ all: [Span]) {
            wide = all.filter(\.isWide).map(\.days)
            for days in all.flatMap(\.filled).sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if let last = spans.last, days.lowerBound <= last.upperBound + 1 {
                    spans[spans.count - 1] = last.lowerBound...max(last.upperBound, days.upperBound)
                } else {
                    spans.append(days)
                }
            }
        }

        var first: Int? { spans.first?.lowerBound }

        /// The days between, within some days.
        func empty(in days: ClosedRange<Int>) -> [ClosedRange<Int>] {
            var empty: [ClosedRange<Int>] = []
            var next = days.lowerBound
            for span in spans {
                if span.lowerBound > next, next <= days.upperBound {
                    empty.append(next...min(span.lowerBound - 1, days.upperBound))
                }
                next = max(next, span.upperBound + 1)
            }
            if next <= days.upperBound { empty.append(next...days.upperBound) }
            return empty
        }

        func position(of days: ClosedRange<Int>) -> Gap.Position {
            if let first = spans.first, days.upperBound < first.lowerBound { return .beforeFirst }
            if let last = spans.last, days.lowerBound > last.upperBound { return .afterLast }
            return spans.isEmpty ? .afterLast : .between
        }
    }

    /// The days that the records of a source are said to cover.
    private struct Cover {
        let agency: String
        let days: ClosedRange<Int>

        /// Records cover nothing after the day on which they were taken out, whatever they are said to cover.
        ///
        /// Where neither that day nor a last day is known, they are taken to end with their own last event.
        init?(_ source: Source, lastEvent: Int?) {
            let ends = [source.coversTo, source.currentAsOf].compactMap { $0?.earliest?.number }
            guard !source.isReversed, let from = source.coversFrom?.latest?.number, let to = ends.min() ?? lastEvent,
                from <= to
            else { return nil }
            agency = source.agency
            days = from...to
        }
    }
}
