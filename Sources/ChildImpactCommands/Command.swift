/// The commands, by the word that calls them.
enum Command: String, CaseIterable {
    case new, build, worksheet, check, date, anonymise, restore

    var usage: String {
        switch self {
        case .new: "child-impact new DIR [options]"
        case .build: "child-impact build PATH... [-o DIR] [--for CHECKPOINT]... [options]"
        case .worksheet: "child-impact worksheet PATH... -o FILE.xlsx [--child ID] [options]"
        case .check: "child-impact check PATH... [options]"
        case .date: "child-impact date TEXT... [options]"
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

    private static let reading: [Arguments.Option] = [
        .init("as-of", takesValue: true), .init("map", takesValue: true, repeats: true),
        .init("encoding", takesValue: true), .init("format", takesValue: true), .init("xsd", takesValue: true),
        .init("dated-paragraphs"),
        .init("definitions", takesValue: true), .init("show-values"), .init("json"), .init("quiet", short: "q"),
        .init("help", short: "h"),
    ]
}
