/// Small inputs of forms that no file of the package has.
///
/// Everybody in them is invented.
enum SmallSeeds {
    private static func seeds(_ texts: [String]) -> [Seed] { texts.map { Seed(Array($0.utf8)) } }

    /// The family and the sources that stand beside an input, to see it read in company.
    static let family = """
        Id,Name,Role,Date of birth,Expected date of birth,Date of death,Also known as,Label
        A,Ann Lee,child,01/05/2015,,,Annie; A.L.,Child A
        B,Ben Lee,child,,12/2019,,,Child B
        M,May Lee,mother,1990,,,,

        """
    /// What another agency says of the same.
    static let eventsOfAnother = """
        Date,Agency,Child,Event,Reference
        01/02/2019,Police,A,"Late, absent, children not seen",P1
        02/02/2019,Police,A,"Late and absent again, children seen",P2

        """
    static let events = """
        Date,End date,Time,Sequence,Child,Agency,Source,Directness,Category,Event,Context,Impact,Emotional impact,Child's voice,Decision,Decision date,Significance,Strength or concern,Disputed,Reference,Recorded
        01/02/2019,,14:30,1,A,School,log,direct,attendance,Late,rain,tired,,"I was cold",none,,high,concern,no,R1,02/02/2019
        01/02/2019,03/02/2019,,2,both,School,log,,,Absent,,,sad,,call,04/02/2019,,,yes: by mother,R2,
        same day,,,,"A; B",School,,,,Late again,,,,,,,,,,R1,
        March 2019,,,,C,Health,,,,Seen,,,,,,,,strength,,,

        """
    static let tables = seeds([
        family, events,
        "Agency,Label,Covers from,Covers to,Current as of\nSchool,School,2018,2020,\n",
        "Date;Event\n1.2.2019;x\n\n2.2.2019;\"a;b\"\n",
        "Family\tDate\tEvent\nLee\t1/2/19\tx\nRay\t2/2/19\ty\n",
        "Chronology of the Lee family\n\nDate|What happened|Child\n2019||\n1 March|x|A\nMay|y|\n",
        "Date,Event\n45000,x\n45001.5,y\n",
    ])
    static let json = seeds([
        "[{\"Date\":\"2019-02-01\",\"Event\":\"x\",\"Child\":[\"A\",\"B\"],\"Impact\":{\"text\":\"y\"}},{\"Date\":null,\"Event\":1.50}]",
        "{\"family\":[{\"Id\":\"A\",\"Name\":\"Ann Lee\",\"Role\":\"child\"}],\"events\":[{\"Date\":\"1/2/19\",\"Event\":\"\\u00e9\\ud83d\\ude00\"}]}",
        "{\"data\":{\"rows\":[{\"date\":\"1 March 2019\",\"event\":\"x\",\"tags\":[true,false,-1e5]}]}}",
    ])
    static let ndjson = seeds([
        "{\"Date\":\"2019-02-01\",\"Event\":\"x\",\"Child\":\"A\"}\n{\"Date\":\"2/2/19\",\"Event\":\"y\",\"More\":{\"a\":[1,2]}}\n\n{\"Event\":\"z\"}\n"
    ])
    static let bundles = seeds([
        """
        {"resourceType":"Bundle","type":"collection","entry":[
        {"fullUrl":"urn:x:1","resource":{"resourceType":"Patient","id":"1","name":[{"family":"Lee","given":["Ann"]}],"birthDate":"2015-05-01"}},
        {"resource":{"resourceType":"Encounter","id":"2","status":"finished","subject":{"reference":"Patient/1"},"period":{"start":"2019-02-01T10:00:00Z","end":"2019-02-01"},"reasonCode":[{"text":"x"}]}},
        {"resource":{"resourceType":"Immunization","id":"3","status":"not-done","patient":{"reference":"urn:x:1"},"occurrenceDateTime":"2019-03","vaccineCode":{"coding":[{"display":"MMR"}]}}},
        {"resource":{"resourceType":"Appointment","id":"4","status":"noshow","start":"2019-04-01T09:00:00+01:00","participant":[{"actor":{"reference":"Patient/1"}}]}},
        {"resource":{"resourceType":"Observation","id":"5","status":"final","subject":{"reference":"Patient/1"},"effectiveDateTime":"2019","valueQuantity":{"value":12.5,"unit":"kg"}}}]}
        """
    ])
    static let paragraphs = seeds([
        """
        History of the family

        June 2018 - First assessment
        The family was known to services before.
        22.05.16: Seen at school
        March 2018 - June 2018 – In care
        ? 1 May 2017\tA visit
        2019
        """
    ])

    // MARK: Workbooks

    /// The part of a sheet whose cells hold their text.
    static func sheet(_ rows: [[String]]) -> String {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        }
        func cell(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>" }
        let body = rows.enumerated().map { "<row r=\"\($0 + 1)\">" + $1.map(cell).joined() + "</row>" }.joined(
            separator: "\n"
        )
        return "<worksheet xmlns=\"\(main)\"><sheetData>\(body)</sheetData></worksheet>"
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    static func workbook(_ sheets: [String]) -> Seed {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        var parts: [(String, String)] = []
        var list = ""
        var links = ""
        for (index, sheet) in sheets.enumerated() {
            let number = index + 1
            list += "<sheet name=\"List \(number)\" sheetId=\"\(number)\" r:id=\"r\(number)\"/>"
            links +=
                "<Relationship Id=\"r\(number)\" Type=\"\(office)/worksheet\" Target=\"worksheets/s\(number).xml\"/>"
            parts.append(("xl/worksheets/s\(number).xml", sheet))
        }
        parts += [
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(list)</sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(package)\">\(links)</Relationships>"),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ]
        return Seed(parts: parts.map { StoredZip.Entry(name: $0.0, bytes: Array($0.1.utf8)) })
    }
}
