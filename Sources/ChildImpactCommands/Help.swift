/// The texts of `--help`.
enum Help {
    static let version = "child-impact 0.1.0"

    static var overview: String {
        var text = """
            child-impact makes one child impact chronology from the event files of many agencies, and the papers for the
            legal gateway and care planning. It works offline; nothing leaves the machine.

            Usage: child-impact COMMAND [PATH...] [options]

            Commands:

            """
        for command in Command.allCases {
            text +=
                "  \(command.rawValue)" + String(repeating: " ", count: 11 - command.rawValue.count) + command.summary
                + "\n"
        }
        return text + """

            See 'child-impact COMMAND --help' for the options of a command.

            """
    }

    static func text(of command: Command) -> String {
        "\(command.rawValue): \(command.summary)\n\nUsage: \(command.usage)\n\n" + body(of: command)
    }

    private static func body(of command: Command) -> String {
        switch command {
        case .new:
            """
            The folder gets one file, case.xlsx: an Excel workbook with sheets for the family, the sources and the events,
            guidance, lists to choose from, and an invented example row on each sheet that is never read. 'check' and
            'build' read it, with whatever else is put into the folder. A workbook that is there is never written over.

            Options:
              --as-of DATE          the day on which the file says it was made; today if not given
              --force               write over a case.xlsx that is there, also a filled-in one
              --definitions DIR     headings and kinds of event in place of the built-in ones
              --exports DIR         profiles in place of the built-in ones; profiles/case-workbook.xml is the workbook
              --json                the machine form of the result
              -h, --help            this text

            Examples:
              child-impact new cases/ashdown
              child-impact new cases/ashdown --exports our-exports

            """
        case .build:
            """
            A PATH is a file or a folder; a folder is read with everything in it. Files may be CSV or TSV, Excel workbooks
            (.xlsx), Word documents (.docx), JSON or NDJSON, an earlier chronology.xml, CIN census XML, Ofsted Annex A
            workbooks, SSDA903 CSV or XML, Standard Safeguarding Dataset CSV, and FHIR R4 Bundles. They are known by what
            they hold. Tables of events, of the family and of the sources are known by their headings.

            Options:
              -o, --output DIR      where to write; the current folder if not given
              --for CHECKPOINT      legal-gateway or care-planning; may be repeated; both if not given
              --child ID            only events that concern this child, in the documents (the XML holds everything)
              --from DATE           only events from this day on, in the documents
              --to DATE             only events up to this day, in the documents
              --changes-since FILE  say what was added, changed and is gone since this earlier chronology.xml
              --force               write over files that child-impact did not make
              --exports DIR         profiles and styles of documents in place of the built-in ones
            \(reading)
            Examples:
              child-impact build Examples/harper-family -o out
              child-impact build school.csv police.csv family.csv -o out --for legal-gateway
              child-impact build log.csv -o out --map "Event=Concern raised" --map "Date=Logged"

            """
        case .worksheet:
            """
            The workbook holds every account with what its source says, locked, and columns to fill in: impact, the child's
            voice, significance, strength or concern, disputed, decision. A second sheet asks of each pair of accounts that may
            tell of one event whether they do. Give it to 'build' with the files that it was made from; rows may be in any
            order.

            Options:
              -o, --output FILE     the workbook to write; its name ends with .xlsx
              --child ID            only events that concern this child; what is added is this child's
              --force               write over a workbook that is there, also a filled-in one
            \(reading)
            Examples:
              child-impact worksheet Examples/harper-family -o harper-impact.xlsx
              child-impact build Examples/harper-family harper-impact.xlsx -o out

            """
        case .check:
            """
            Options:
            \(reading)
            Examples:
              child-impact check Examples/harper-family
              child-impact check school.csv --json

            """
        case .tools: tools
        case .form: form
        case .assess: assess
        case .score: score
        case .compare: compare
        case .report: report
        case .anonymise:
            """
            A PATH is a case, its event files, or papers made of them. The people come from the family table of the case, from
            tables of names and from --label. Names, other names, initials and numbers such as NHS numbers, UPNs, postcodes,
            telephone numbers and e-mail addresses become labels in braces: {Mother}, {Child A}, {Postcode 1}. Text, CSV, JSON,
            XML, web pages, workbooks and Word documents are looked into; other files are named and not copied. The finished files
            are read again, and nothing is written if a listed name is left.

            The key puts everything back. It holds the names, and workbooks and Word documents as a whole: keep it as safe as the
            case itself, and never with the papers.

            Options:
              -o, --output DIR      where to write
              --key FILE            where to write the key; not in DIR
              --password-file FILE  seal the key with the password in this file
              --names FILE          a CSV table with the headings Name, Also known as and Label; may be repeated
              --label "NAME=LABEL"  the label of a person, by name or Id; may be repeated
              --children-as HOW     labels (if not given), initials, or full to leave the names of children as they are
              --force               write over files that child-impact did not make, and over an older key
            \(reading)
            Examples:
              child-impact anonymise my-family -o share --key my-family.key --password-file password.txt
              child-impact anonymise out/chronology.xml -o share --key my.key --label "Ann Smith=Social worker"

            """
        case .restore:
            """
            A file that is as anonymise left it becomes what it was, byte for byte. In a file that was changed since, or made from
            such files, labels in braces become names; a word such as "mother" without braces stays.

            Options:
              -o, --output DIR      where to write
              --key FILE            the key that was written with the files
              --password-file FILE  the file with its password
              --force               write over files that child-impact did not make
              --show-values         show in messages what the records say
              --json                the machine form of the result
              -q, --quiet           no findings but errors
              -h, --help            this text

            Examples:
              child-impact restore share -o back --key my-family.key --password-file password.txt

            """
        case .date:
            """
            Options:
              --as-of DATE          the day from which two-figure years are read; today if not given
              --definitions DIR     named dates in place of the built-in ones
              --json                one JSON object on a line for each text
              -h, --help            this text

            Examples:
              child-impact date "?22 may 2016" "12-14.03.15" "Summer 2014"
              child-impact date --json "c. 2012"

            """
        }
    }

    private static let reading = """
          --as-of DATE          the day the work is for: ages, two-figure years and "prepared as of" count from it; today
                                if not given
          --map "FIELD=HEADING" which column holds a field, where the headings do not say so; may be repeated
          --format NAME         csv, text, xlsx, docx, json, ndjson, chronology, fhir or xml, for all files; found by looking if
                                not given
          --dated-paragraphs    read paragraphs that begin with a date ("June 2018 - First assessment") as events
          --xsd FILE            check XML returns against this schema too
          --encoding NAME       utf-8, utf-16le, utf-16be or windows-1252, for all files; found by looking if not given
          --definitions DIR     headings and named dates in place of the built-in ones
          --show-values         show in messages what the records say; without it no name and no narrative is shown
          --json                the machine form of the result
          -q, --quiet           no findings but errors
          -h, --help            this text

        """
}
