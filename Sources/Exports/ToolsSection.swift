import CareTools
import CaseDates
import DataFormats
import ImpactChronology

/// What tools came to for one child, or for the whole family: the latest result of each, and what moved since the one
/// before.
struct ToolsSection {
    private let events: [Event]
    private let results: [EventID: Result]
    private let child: PersonID?
    private let idPrefix: String
    private let asOf: CalendarDay

    /// Makes the section of a child.
    ///
    /// - Parameters:
    ///   - events: The events that concern the child, in order.
    ///   - results: The results of tools, by the event that tells of them.
    ///   - child: The child; `nil` for tools that name nobody, and so are about the whole family.
    ///   - idPrefix: What the identifiers of the rows of these events begin with.
    ///   - asOf: The day on which a target that was not reviewed may be overdue.
    init(_ events: [Event], results: [EventID: Result], child: PersonID?, idPrefix: String, asOf: CalendarDay) {
        self.events = events
        self.results = results
        self.child = child
        self.idPrefix = idPrefix
        self.asOf = asOf
    }

    /// One reading: a result, and the row of the event that tells of it.
    private struct Reading {
        let result: Result
        let row: Int
    }

    /// The section; nothing where no tool was completed.
    var nodes: [HTMLNode] {
        let readings = events.enumerated().flatMap { index, event in
            event.tellings.filter(isAbout).compactMap { telling in
                results[telling.id].map { Reading(result: $0, row: index + 1) }
            }
        }
        guard !readings.isEmpty else { return [] }
        // A profile is of one carer, so that two carers have a latest result each.
        var groups: [(key: [String], readings: [Reading])] = []
        for reading in readings {
            let key = [reading.result.tool.id, reading.result.response.about[.carer]?.lowercased() ?? ""]
            if let place = groups.firstIndex(where: { $0.key == key }) {
                groups[place].readings.append(reading)
            } else {
                groups.append((key, [reading]))
            }
        }
        return [.element(.h4, [:], .text(child == nil ? "Tools about the whole family" : "What the tools show"))]
            + [
                .element(
                    .p,
                    [:],
                    .text("The latest result of each tool. A good score does not outweigh a grave concern.")
                )
            ]
            + groups.enumerated().flatMap { number, group in nodes(of: group.readings, number: number + 1) }
    }

    /// Whether an event names the child; what judges the work on a case is not for a plan with the family.
    private func isAbout(_ event: Event) -> Bool {
        guard results[event.id]?.tool.moderations.isEmpty ?? true else { return false }
        return child.map(event.people.contains) ?? event.people.isEmpty
    }

    private func nodes(of readings: [Reading], number: Int) -> [HTMLNode] {
        guard let latest = readings.last else { return [] }
        let words = ToolWords(latest.result.tool)
        let pictures = ProfilePictures(latest.result, words, idPrefix: "\(idPrefix)t\(number)p").nodes
        return [.element(.h5, [:], heading(latest)), .element(.p, [:], .text(state(latest.result)))]
            + alerts(latest.result) + step(latest.result) + pictures + ScoreTable(latest.result, words).nodes
            + gaps(latest.result, words) + travelled(readings.map(\.result), latest.result, words)
            + TargetSection(latest.result, words, asOf: asOf).nodes + earlier(readings.dropLast())
    }

    private func heading(_ reading: Reading) -> [HTMLNode] {
        let about = reading.result.response.about
        var nodes: [HTMLNode] = [.text("\(reading.result.tool.title), "), link(to: reading)]
        if let carer = about[.carer] { nodes += [.text(", care by "), RecordText.record(carer)] }
        return nodes
    }

    private func link(to reading: Reading) -> HTMLNode {
        let day = reading.result.response.day(.completed).map(DateText.words) ?? "without a date"
        return .element(.a, ["href": "#\(idPrefix)\(reading.row)"], .text(day))
    }

    private func state(_ result: Result) -> String {
        let completed = CompletedTool(result)
        let by = completed.words(of: .respondent).map { "By: \($0). " } ?? ""
        return by + (result.isComplete ? "Everything that must be answered is answered." : "Not complete.")
    }

    private func alerts(_ result: Result) -> [HTMLNode] {
        guard !result.alerts.isEmpty else { return [] }
        return [
            .element(
                .ul,
                ["class": "alerts"],
                result.alerts.map { alert in
                    .element(
                        .li,
                        [:],
                        .element(.strong, [:], .text("\(alert.title): ")),
                        .text(alert.text.joined(separator: " "))
                    )
                }
            )
        ]
    }

    private func step(_ result: Result) -> [HTMLNode] {
        guard result.tool.suggestions != nil else { return [] }
        let suggested = result.suggestion.map { "Suggested: \($0.title)." } ?? "No step is suggested."
        let decided =
            CompletedTool(result).decision.map { "Decided by the worker: \($0)." } ?? "No decision is recorded."
        return [.element(.p, [:], .element(.strong, [:], .text(suggested)), .text(" \(decided)"))]
            + SuggestionGrounds(result).nodes
    }

    private func gaps(_ result: Result, _ words: ToolWords) -> [HTMLNode] {
        let gaps = (result.notKnown + result.unanswered).map { words.title(of: $0) }
        guard let last = gaps.last else { return [] }
        return [
            .element(
                .p,
                [:],
                .element(.strong, [:], "Not known yet: "),
                .text(gaps.joined(separator: "; ") + (last.hasSuffix("?") ? "" : "."))
            )
        ]
    }

    /// What moved from the first reading to the latest; nothing for one reading, or where they cannot be compared.
    private func travelled(_ results: [Result], _ latest: Result, _ words: ToolWords) -> [HTMLNode] {
        guard results.count > 1 else { return [] }
        let comparison: Comparison
        do throws(ComparisonFault) {
            comparison = try Comparison(results, asOf: asOf)
        } catch {
            return [.element(.p, [:], .text("The readings cannot be compared: \(error.words)."))]
        }
        let worse = comparison.items.filter { $0.direction == .worse }.map { "“\($0.title)”" }
        let better = comparison.items.count { $0.direction == .improved }
        let same = comparison.items.count { $0.direction == .same }
        let counts =
            "Distance travelled, answer by answer: \(better) better, \(same) the same, \(worse.count) worse"
            + (worse.isEmpty ? "." : ": \(RecordText.list(worse)).")
        return [.element(.p, [:], .element(.strong, [:], .text(counts)))]
            + ChangeTables(comparison, latest, words).scores
    }

    private func earlier(_ readings: ArraySlice<Reading>) -> [HTMLNode] {
        guard !readings.isEmpty else { return [] }
        return [
            .element(
                .p,
                [:],
                [.text("Earlier: ")]
                    + readings.enumerated().flatMap { index, reading -> [HTMLNode] in
                        (index == 0 ? [] : [.text(", ")]) + [link(to: reading)]
                    } + [.text(".")]
            )
        ]
    }
}
