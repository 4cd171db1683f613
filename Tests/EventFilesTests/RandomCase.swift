/// Small made-up files of one family, good and bad rows mixed, the same for the same seed.
struct RandomCase {
    /// One row that counts, and the line on which it starts.
    struct Row {
        var file: String
        var line: Int
        var what: String
    }

    private(set) var files: [(name: String, text: String)] = []
    private(set) var rows: [Row] = []
    private var numbers: SeededNumbers
    private var events = 0
    private let agencies: [String]

    /// Makes the files; with `namesAgencies`, nothing in them depends on the name of a file.
    init(seed: UInt64, namesAgencies: Bool = false) {
        numbers = SeededNumbers(seed: seed)
        agencies = namesAgencies ? ["School", "SCHOOL", "Police"] : ["School", "SCHOOL", "Police", ""]
        for index in 0..<Int.random(in: 1...3, using: &numbers) { addFile(named: "file\(index).csv") }
        if Bool.random(using: &numbers) {
            files.append(
                (
                    "people.csv",
                    "Id,Name,Role,Date of birth\nC1,Ella Quill,child,12/05/2014\nC2,Noah Quill,child,\nA1,Ann Quill,mother,\n"
                )
            )
        }
    }

    private static let dates = [
        "01/02/2019", "2/2/19", "2019-02-03", "c. 2012", "Summer 2018", "12-14.03.15", "March 2019", "?22 may 2016", "",
        "not known", "same day", "14 March", "two days later", "aged 9 weeks", "31/02/2019", "02/14/2019", "41606",
        "zz when the dog went", "since 2017", "03/05/2019 14:30",
    ]
    private static let endDates = ["", "", "", "ongoing", "31/12/2019", "01/01/1999", "zz later"]
    private static let children = ["", "", "Ella", "Noah", "Ella and Noah", "all", "Somebody Else"]

    private mutating func addFile(named name: String) {
        let headings = ["Date", "End date", "Child", "Agency", "Event", "Impact", "Colour"].shuffled(using: &numbers)
        var text = headings.joined(separator: ",") + "\n"
        var line = 2
        var written: [(record: String, what: String)] = []
        for _ in 0..<Int.random(in: 0...12, using: &numbers) {
            switch Int.random(in: 0..<12, using: &numbers) {
            case 0: add("\n", to: &text, &line)
            case 1: add(headings.joined(separator: ",") + "\n", to: &text, &line)
            case 2:
                let cells = headings.map { $0 == "Date" ? "2018" : "" }
                add(cells.joined(separator: ",") + "\n", to: &text, &line)
            case 3 where !written.isEmpty:
                let again = written[Int.random(in: written.indices, using: &numbers)]
                rows.append(Row(file: name, line: line, what: again.what))
                add(again.record, to: &text, &line)
            default:
                let (record, what) = record(headings)
                written.append((record, what))
                rows.append(Row(file: name, line: line, what: what))
                add(record, to: &text, &line)
            }
        }
        files.append((name, text))
    }

    private func add(_ record: String, to text: inout String, _ line: inout Int) {
        text += record
        line += record.count { $0 == "\n" }
    }

    private mutating func record(_ headings: [String]) -> (String, String) {
        events += 1
        let lineEnd = Int.random(in: 0..<4, using: &numbers) == 0 ? "\n" : " "
        let what = Int.random(in: 0..<10, using: &numbers) == 0 ? "" : "zz number \(events),\(lineEnd)as told"
        var cells: [String] = []
        for heading in headings {
            switch heading {
            case "Date": cells.append(pick(Self.dates))
            case "End date": cells.append(pick(Self.endDates))
            case "Child": cells.append(pick(Self.children))
            case "Agency": cells.append(pick(agencies))
            case "Event": cells.append(what.isEmpty ? "" : "\"\(what)\"")
            case "Impact": cells.append(Bool.random(using: &numbers) ? "zz upset" : "")
            default: cells.append("")
            }
        }
        switch Int.random(in: 0..<10, using: &numbers) {
        case 0: cells.append("zz one too many")
        case 1 where !["Agency", "Event"].contains(headings.last): cells.removeLast()
        default: break
        }
        // A row of which every cell is blank, or only its year, would not count.
        if cells.filter({ !$0.isEmpty }).count < 2 { return ("01/02/2019,,,,,,,zz one too many\n", "") }
        return (cells.joined(separator: ",") + "\n", what)
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices[Int.random(in: choices.indices, using: &numbers)]
    }
}
