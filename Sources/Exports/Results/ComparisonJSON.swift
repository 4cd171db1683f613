public import CareTools  // It writes comparisons.
import CaseDates
public import DataFormats  // It is a value of JSON.

/// A comparison for machines.
public enum ComparisonJSON {
    /// The members, in order; each list of values has one for each reading, the earliest first.
    public static func members(_ comparison: Comparison) -> [JSONValue.Member] {
        [
            .init("tool", .optional(comparison.latest?.tool.id)),
            .init("readings", .array(zip(comparison.days, comparison.results).map { reading($0.description, $1) })),
            .init("followOn", .bool(comparison.isFollowOn)),
            .init("notes", .array(comparison.notes.map { .string($0) })),
            .init("scores", .array(comparison.scores.map { change($0, isScore: true) })),
            .init("items", .array(comparison.items.map { change($0, isScore: false) })),
            .init("targets", .array(comparison.targets.map(target))),
        ]
    }

    private static func reading(_ day: String, _ result: Result) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("completed", .string(day)), .init("tool", .string(result.tool.id)),
            .init("version", .string(result.tool.version)), .init("complete", .bool(result.isComplete)),
            .init("respondent", .optional(result.response.about[.respondent])),
            .init(
                "alerts",
                .array(result.alerts.map { .object([.init("id", .string($0.id)), .init("title", .string($0.title))]) })
            ),
        ]
        if result.tool.suggestions != nil {
            members.append(.init("suggestion", step(result.suggestion?.code, result.suggestion?.title)))
            members.append(.init("decision", step(result.decision, ResultWords.decision(result))))
        }
        return .object(members)
    }

    private static func step(_ code: String?, _ title: String?) -> JSONValue {
        guard let code, let title else { return .null }
        return .object([.init("code", .string(code)), .init("title", .string(title))])
    }

    private static func change(_ change: Change, isScore: Bool) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("id", .string(change.reference.text)), .init("direction", .string(change.direction.rawValue)),
        ]
        if let reason = change.reason { members.append(.init("reason", .string(reason))) }
        members.append(.init("values", .array(change.readings.map { .optional($0.value?.description) })))
        if change.readings.contains(where: { $0.value == nil && !$0.codes.isEmpty }) {
            members.append(
                .init("codes", .array(change.readings.map { .array($0.codes.map { .string($0) }) }))
            )
        }
        members.append(.init("steps", .array(change.steps.map { .string($0.rawValue) })))
        if let isHeld = change.isHeld { members.append(.init("held", .bool(isHeld))) }
        if isScore { members += basis(change) }
        return .object(members)
    }

    private static func basis(_ change: Change) -> [JSONValue.Member] {
        func list(_ name: String, _ ids: [ItemID]) -> [JSONValue.Member] {
            ids.isEmpty ? [] : [.init(name, .array(ids.map { .string($0.text) }))]
        }
        var members =
            list("worseBelow", change.worseBelow) + list("noLongerKnown", change.lostBelow)
            + list("otherBasis", change.otherBasis)
        if change.readings.contains(where: { $0.band != nil }) {
            members.append(.init("bands", .array(change.readings.map { .optional($0.band) })))
            members.append(.init("crossed", .bool(change.bandsCrossed != nil)))
        }
        if change.readings.contains(where: \.isOverridden) {
            members.append(.init("overridden", .array(change.readings.map { .bool($0.isOverridden) })))
            members.append(
                .init(
                    "calculated",
                    .array(change.readings.map { .optional(($0.isOverridden ? $0.calculated : $0.value)?.description) })
                )
            )
            members.append(.init("byRule", .optional(change.byRule?.rawValue)))
        }
        return members
    }

    private static func target(_ set: Comparison.SetTarget) -> JSONValue {
        let target = set.target
        return .object([
            .init("recorded", .string(set.day.description)),
            .init("firstRecorded", .optional(set.firstDay?.description)), .init("item", .optional(target.item?.text)),
            .init("current", .optional(target.current?.description)),
            .init("target", .optional(target.target?.description)), .init("by", .optional(target.by?.description)),
            .init("actual", .optional(target.actual?.description)), .init("state", .string(target.state.rawValue)),
            .init("latest", .optional(set.latest?.description)),
        ])
    }
}
