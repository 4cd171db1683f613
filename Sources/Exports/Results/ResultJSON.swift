public import CareTools  // It writes results.
public import DataFormats  // It is a value of JSON.

/// A result for machines: what the form writes in the browser too, to the character.
public enum ResultJSON {
    /// The members, in order; values are decimals in strings, so that no reader turns them into something else.
    public static func members(_ result: Result) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("tool", .string(result.tool.id)), .init("version", .string(result.tool.version)),
            .init("complete", .bool(result.isComplete)), .init("unanswered", keys(result.unanswered)),
            .init("notKnown", keys(result.notKnown)), .init("hidden", keys(result.hidden)),
            .init("evidenceMissing", keys(result.evidenceMissing)),
            .init("contradicting", keys(result.contradicting)),
            .init("scores", .array(result.scores.map(score))),
            .init("alerts", .array(result.alerts.map { .string($0.id) })),
        ]
        if result.tool.suggestions != nil {
            members.append(.init("suggestion", .optional(result.suggestion?.code)))
            members.append(.init("decision", .optional(result.decision)))
        }
        return members
    }

    static func keys(_ keys: [AnswerKey]) -> JSONValue { .array(keys.map { .string($0.text) }) }

    private static func score(_ result: ScoreResult) -> JSONValue {
        let score = result.score
        var members: [JSONValue.Member] = [
            .init("id", .string(score.id.text)), .init("value", .optional(result.value?.description)),
        ]
        if let override = result.override {
            members.append(.init("calculated", .optional(result.calculated?.description)))
            members.append(.init("overrideReason", .optional(override.reason)))
        }
        members.append(.init("answered", .number(result.answered)))
        members.append(.init("applicable", .number(result.applicable)))
        members.append(.init("decidedBy", keys(result.decidedBy)))
        if !score.bands.isEmpty { members.append(.init("band", .optional(result.band?.label))) }
        if result.value == nil {
            if let reason = result.reason { members.append(.init("reason", .string(reason))) }
            if let code = score.codeWithoutScore { members.append(.init("code", .string(code))) }
        }
        members.append(.init("rule", .string(score.rule)))
        if let warning = result.warning { members.append(.init("warning", .string(warning))) }
        return .object(members)
    }
}
