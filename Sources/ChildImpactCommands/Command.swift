/// The commands, by the word that calls them.
enum Command: String, CaseIterable {
    case new, build, worksheet, check, date, tools, form, assess, score, compare, report, anonymise, restore

    var usage: String {
        switch self {
        case .new: "child-impact new DIR [options]"
        case .build: "child-impact build PATH... [-o DIR] [--for CHECKPOINT]... [options]"
        case .worksheet: "child-impact worksheet PATH... -o FILE.xlsx [--child ID] [options]"
        case .check: "child-impact check PATH... [options]"
        case .date: "child-impact date TEXT... [options]"
        case .tools: "child-impact tools [list | show ID | check PATH... | export DIR] [options]"
        case .form: "child-impact form TOOL -o FILE.html [options]"
        case .assess: "child-impact assess TOOL -o FILE.json [options]"
        case .score: "child-impact score FILE... [-o FILE] [options]"
        case .compare: "child-impact compare FILE FILE... [-o FILE.html] [options]"
        case .report: "child-impact report screening|survey|audit PATH... [-o FILE] [options]"
        case .anonymise: "child-impact anonymise PATH... -o DIR --key FILE [options]"
        case .restore: "child-impact restore PATH... -o DIR --key FILE [options]"
        }
    }

    var summary: String {
        switch self {
        case .new: "makes a folder for a case, with a workbook to fill in"
        case .build: "makes the chronology and its documents from event files"
        case .worksheet: "makes a workbook in which to add what each event meant for the child"
        case .check: "reads everything, reports every finding, writes nothing"
        case .date: "shows how a date is read"
        case .tools: "lists, shows, checks and exports the definitions of tools"
        case .form: "makes an offline form that scores live and saves the answers"
        case .assess: "asks the questions of a tool in the terminal"
        case .score: "scores saved answers, and says how each score came about"
        case .compare: "lays results of one tool side by side: better, same, worse, or not comparable"
        case .report: "counts saved screens, surveys or audits, with small numbers suppressed"
        case .anonymise: "copies papers with labels in the place of names, and writes a key apart"
        case .restore: "puts the names of a key back into papers"
        }
    }

    var options: [Arguments.Option] {
        switch self {
        case .new:
            [
                .init("as-of", takesValue: true), .init("definitions", takesValue: true),
                .init("exports", takesValue: true), .init("force"), .init("json"), .init("help", short: "h"),
            ]
        case .build:
            Self.reading + [
                .init("output", short: "o", takesValue: true), .init("for", takesValue: true, repeats: true),
                .init("child", takesValue: true), .init("from", takesValue: true), .init("to", takesValue: true),
                .init("exports", takesValue: true), .init("force"), .init("changes-since", takesValue: true),
            ]
        case .worksheet:
            Self.reading + [
                .init("output", short: "o", takesValue: true), .init("child", takesValue: true), .init("force"),
            ]
        case .check: Self.reading
        case .tools:
            Self.common + [
                .init("fhir"), .init("force"), .init("json"), .init("tool-version", takesValue: true),
            ]
        case .form:
            Self.common + [
                .init("output", short: "o", takesValue: true), .init("exports", takesValue: true), .init("force"),
                .init("tool-version", takesValue: true),
            ]
        case .assess:
            Self.common + [
                .init("output", short: "o", takesValue: true), .init("force"), .init("as-of", takesValue: true),
                .init("tool-version", takesValue: true), .init("overrides"),
            ]
        case .score, .compare: Self.answers
        case .report: Self.answers + [.init("show-small")]
        case .anonymise:
            Self.reading + [
                .init("output", short: "o", takesValue: true), .init("key", takesValue: true),
                .init("names", takesValue: true, repeats: true), .init("label", takesValue: true, repeats: true),
                .init("children-as", takesValue: true), .init("password-file", takesValue: true), .init("force"),
            ]
        case .restore:
            [
                .init("output", short: "o", takesValue: true), .init("key", takesValue: true),
                .init("password-file", takesValue: true), .init("force"), .init("json"), .init("show-values"),
                .init("quiet", short: "q"), .init("help", short: "h"),
            ]
        case .date:
            [
                .init("as-of", takesValue: true), .init("definitions", takesValue: true), .init("json"),
                .init("help", short: "h"),
            ]
        }
    }

    private static let common: [Arguments.Option] = [
        .init("definitions", takesValue: true), .init("help", short: "h"),
    ]

    private static let answers: [Arguments.Option] =
        common + [
            .init("output", short: "o", takesValue: true), .init("exports", takesValue: true), .init("force"),
            .init("as-of", takesValue: true), .init("tool", takesValue: true), .init("json"), .init("show-values"),
            .init("quiet", short: "q"),
        ]

    private static let reading: [Arguments.Option] = [
        .init("as-of", takesValue: true), .init("map", takesValue: true, repeats: true),
        .init("encoding", takesValue: true), .init("format", takesValue: true), .init("xsd", takesValue: true),
        .init("dated-paragraphs"),
        .init("definitions", takesValue: true), .init("show-values"), .init("json"), .init("quiet", short: "q"),
        .init("help", short: "h"),
    ]
}
