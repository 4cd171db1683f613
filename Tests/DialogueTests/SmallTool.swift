import CareTools
import CaseDates
import Testing

/// A small tool, and conversations about it.
enum SmallTool {
    static let scale = Scale(
        id: "grade",
        polarity: .higherIsWorse,
        options: [
            .init(code: "met", label: "Met", value: 0),
            .init(code: "not-met", label: "Not met", value: 1, needsEvidence: true),
            .init(code: "not-known", label: "Not known yet", value: nil, kind: .notKnown),
        ]
    )

    static func choice(_ id: String, when condition: Condition? = nil) -> Item {
        var item = Item(id: ItemID(id), text: "Is \(id) met?", kind: .choice, scale: "grade")
        item.isRequired = true
        item.condition = condition
        return item
    }

    static func text(_ id: String) -> Item { Item(id: ItemID(id), text: "Words for \(id)", kind: .text) }

    static func tool(_ items: [Item], about: [AboutField] = []) -> Tool {
        tool(sections: [Section(id: "part", title: "Part", items: items)], about: about)
    }

    static func tool(sections: [Section], about: [AboutField] = []) -> Tool {
        var tool = Tool(id: "small", version: "1", title: "Small", subject: .child, sections: sections)
        tool.scales = [scale]
        tool.about = about
        return tool
    }

    static func dialogue(
        _ tool: Tool,
        resuming saved: Response? = nil,
        asksForOverrides: Bool = false
    ) throws -> Dialogue {
        let day = try #require(CalendarDay(iso: "2026-03-31"))
        return Dialogue(tool, asOf: day, resuming: saved, asksForOverrides: asksForOverrides)
    }
}

extension Dialogue {
    /// Takes lines and returns what came of each.
    mutating func replies(_ lines: String...) -> [Reply] { lines.map { reply($0) } }

    /// What is asked now, by the key of the answer.
    var asks: String? {
        switch question?.subject {
        case .field(let name): name.rawValue
        case .answer(let key): key.text
        case .evidence(let key): "evidence for \(key.text)"
        case .another(let section, let number): "another \(section) after \(number)"
        case .override(let id): "value for \(id.text)"
        case .reason(let id): "reason for \(id.text)"
        case nil: nil
        }
    }
}
