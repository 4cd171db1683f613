@testable import CareTools
import CaseDates

/// Tools and answers for tests of reports.
enum Samples {
    static let need = Scale(
        id: "need",
        polarity: .higherIsWorse,
        options: [
            .init(code: "met", label: "Met", value: 0), .init(code: "some", label: "Sometimes not met", value: 1),
            .init(code: "often", label: "Often not met", value: 2),
            .init(code: "unknown", label: "Not known", value: nil, kind: .notKnown),
        ]
    )

    static func choices(_ id: String, _ codes: [String]) -> Scale {
        Scale(id: id, polarity: .none, options: codes.map { .init(code: $0, label: $0, value: nil) })
    }

    static func choice(_ id: String, _ scale: String, _ polarity: Polarity = .none) -> Item {
        Item(id: ItemID(id), text: "Item \(id)", kind: .choice, scale: scale, polarity: polarity)
    }

    /// A screen with two forms of neglect and two steps.
    static let screen: Tool = {
        var food = choice("food", "need", .higherIsWorse)
        food.isRequired = true
        let tool = Tool(
            id: "screen",
            version: "1",
            title: "Screen",
            subject: .child,
            sections: [
                Section(
                    id: "all",
                    title: "All",
                    items: [
                        food, choice("home", "need", .higherIsWorse), choice("decision", "step"),
                        choice("followed", "followed"),
                        Item(id: ItemID("followed.on"), text: "When", kind: .day(mayLieAhead: false)),
                    ]
                )
            ]
        )
        return completed(tool)
    }()

    private static func completed(_ screen: Tool) -> Tool {
        var tool = screen
        tool.about = [
            AboutField(name: .child, label: "Child"), AboutField(name: .born, label: "Born"),
            AboutField(name: .completed, label: "Day"), AboutField(name: .agency, label: "Agency"),
            AboutField(name: .setting, label: "Level", options: AboutField.settings),
        ]
        tool.scales = [need, choices("step", ["act", "wait"]), choices("followed", ["visit", "nothing"])]
        var form = Score(
            id: ScoreID("form.food"),
            title: "Food",
            method: .highest,
            polarity: .higherIsWorse,
            inputs: [.init(.item(ItemID("food")))]
        )
        form.level = .form
        form.bands = [
            .init(from: 0, to: 0, label: "Met"), .init(from: 1, to: 1, label: "Sometimes"),
            .init(from: 2, to: 2, label: "Often"),
        ]
        tool.scores = [form]
        let often = Condition.isAnswered(ItemID("food"), code: "often")
        tool.alerts = [Alert(id: "hungry", title: "Hungry", text: [], condition: often)]
        tool.suggestions = Suggestions(
            steps: [
                .init(code: "act", title: "Act", text: [], condition: .atLeast(.item(ItemID("food")), 1)),
                .init(code: "wait", title: "Wait", text: [], condition: .isAnswered(ItemID("food"), code: "met")),
            ],
            decision: ItemID("decision"),
            followed: ItemID("followed"),
            followedOn: ItemID("followed.on")
        )
        return tool
    }

    /// Another tool about a child.
    static let profile: Tool = {
        var tool = Tool(id: "profile", version: "1", title: "Profile", subject: .child)
        tool.about = Array(screen.about.prefix(3))
        return tool
    }()

    /// A survey in rounds.
    static let survey: Tool = {
        var tool = Tool(
            id: "survey",
            version: "1",
            title: "Survey",
            subject: .practitioner,
            sections: [
                Section(
                    id: "all",
                    title: "All",
                    items: [
                        choice("sure", "sure", .higherIsBetter),
                        Item(id: ItemID("words"), text: "What helps?", kind: .text),
                    ]
                )
            ]
        )
        tool.about = [
            AboutField(name: .wave, label: "Round"), AboutField(name: .link, label: "Code"),
            AboutField(name: .completed, label: "Day"), AboutField(name: .agency, label: "Agency"),
        ]
        tool.scales = [
            Scale(
                id: "sure",
                polarity: .higherIsBetter,
                options: [
                    .init(code: "no", label: "No", value: 1), .init(code: "yes", label: "Yes", value: 2),
                    .init(code: "unknown", label: "Cannot say", value: nil, kind: .notKnown),
                ]
            )
        ]
        return tool
    }()

    /// An audit with one standard, its moderation and actions.
    static let audit: Tool = {
        func action(_ id: String, _ kind: Item.Kind) -> Item { Item(id: ItemID(id), text: id, kind: kind) }
        var tool = Tool(
            id: "audit",
            version: "1",
            title: "Audit",
            subject: .case,
            sections: [
                Section(
                    id: "all",
                    title: "All",
                    items: ["heard", "heard.second", "heard.agreed"].map { choice($0, "grade", .higherIsWorse) }
                ),
                Section(
                    id: "actions",
                    title: "Actions",
                    repetition: .init(label: "Action", most: 9),
                    items: [
                        action("what", .text), action("owner", .text), action("due", .day(mayLieAhead: true)),
                        action("done", .day(mayLieAhead: false)), choice("state", "state"),
                    ]
                ),
            ]
        )
        tool.about = [
            AboutField(name: .case, label: "Case"), AboutField(name: .completed, label: "Day"),
            AboutField(name: .agency, label: "Agency"),
        ]
        tool.scales = [
            Scale(
                id: "grade",
                polarity: .higherIsWorse,
                options: [
                    .init(code: "good", label: "Good", value: 1), .init(code: "poor", label: "Poor", value: 2),
                    .init(code: "thin", label: "Not enough evidence", value: nil, kind: .notKnown),
                ]
            ),
            choices("state", ["red", "amber", "green", "grey"]),
        ]
        tool.actions = ActionTable(
            section: "actions",
            what: ItemID("what"),
            owner: ItemID("owner"),
            due: ItemID("due"),
            done: ItemID("done"),
            state: ItemID("state"),
            closed: ["green"],
            waiting: ["grey"]
        )
        tool.moderations = [
            Moderation(first: ItemID("heard"), second: ItemID("heard.second"), agreed: ItemID("heard.agreed"))
        ]
        return tool
    }()

    /// What answers come to; an answer by the key `item` or `item#2`, a day where it reads as one.
    static func result(
        _ tool: Tool,
        _ about: [AboutField.Name: String] = [:],
        _ answers: [String: String] = [:]
    ) -> Result {
        var response = Response(to: tool, status: .completed)
        response.about = about
        for (name, text) in answers {
            let parts = name.split(separator: "#").map(String.init)
            let key = AnswerKey(ItemID(parts[0]), instance: parts.count == 2 ? Int(parts[1]) : nil)
            let item = tool.item(key.item)
            switch item?.kind {
            case .text?: response.answers[key] = .text(text)
            case .day?: response.answers[key] = CalendarDay(iso: text).map(Answer.day)
            default: response.answers[key] = .codes([text])
            }
            if let number = key.instance {
                response.instances["actions"] = max(response.instances["actions"] ?? 0, number)
            }
        }
        return tool.result(of: response)
    }

    static let asOf = CalendarDay(iso: "2026-03-31") ?? CalendarDay(number: 0)

    static func report(
        _ kind: ReportKind,
        _ results: [Result],
        showsSmall: Bool = true,
        showsWords: Bool = false
    ) -> Report {
        Report(
            kind,
            of: results,
            asOf: asOf,
            options: .init(showsSmallCounts: showsSmall, showsWords: showsWords)
        )
    }
}

extension Report {
    /// A table as lines, a bar between cells.
    func lines(_ table: String) -> [String] {
        let found = parts.flatMap(\.tables).first { $0.id == table }
        return (found?.rows ?? []).map { row in ([row.label] + row.cells.map(\.text)).joined(separator: " | ") }
    }
}
