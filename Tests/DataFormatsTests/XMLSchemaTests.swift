import DataFormats
import Testing

struct XMLSchemaTests {
    private static let text = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="family">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="event" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:simpleContent>
                      <xs:extension base="xs:string">
                        <xs:attribute name="date" type="xs:date" use="required"/>
                      </xs:extension>
                    </xs:simpleContent>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:schema>
        """

    private func faults(in document: String) throws -> [XMLFault] {
        let schema = try XMLSchema(parsing: Array(Self.text.utf8))
        return schema.faults(in: Array(document.utf8))
    }

    @Test func findsNothingInAValidDocument() throws {
        #expect(
            try faults(in: "<family>\n<event date='2019-02-01'>x</event>\n<event date='2019-02-02'/></family>").isEmpty
        )
    }

    @Test(arguments: [
        ("<family>\n<event date='2019-02-30'>x</event>\n</family>", 2),
        ("<family>\n\n<event>x</event>\n</family>", 3),
        ("<family>\n<event date='2019-02-01'>x</event>\n<other>x</other>\n</family>", 3),
        ("<family/>", 1),
        ("<other/>", 1),
        ("<family>\n<event date='2019-02-01' by='x'>y</event></family>", 2),
    ])
    func saysWhereADocumentIsNotValid(_ document: String, _ line: Int) throws {
        let found = try faults(in: document)
        #expect(found.first?.line == line)
        #expect(found.first?.message.isEmpty == false)
    }

    @Test func findsEveryFaultInOrder() throws {
        let found = try faults(in: "<family>\n<event>x</event>\n<event>y</event>\n<event>z</event>\n</family>")
        #expect(found.map(\.line) == [2, 3, 4])
    }

    @Test func placesAFaultBeyondSeventyThousandLines() throws {
        let document = "<family>" + String(repeating: "\n", count: 70_000) + "<event>x</event></family>"
        #expect(try faults(in: document).map(\.line) == [70_001])
    }

    @Test func servesManyDocuments() throws {
        let schema = try XMLSchema(parsing: Array(Self.text.utf8))
        let good = Array("<family><event date='2019-02-01'/></family>".utf8)
        let bad = Array("<family><event/></family>".utf8)
        for _ in 0..<50 {
            #expect(schema.faults(in: good).isEmpty)
            #expect(schema.faults(in: bad).count == 1)
        }
    }

    @Test(arguments: [
        "", "<family>", "plain", "<family>\n&x;</family>",
        "<!DOCTYPE family SYSTEM 'file:///none'><family>&x;</family>",
    ])
    func findsAFaultInADocumentThatIsNotWellFormed(_ document: String) throws {
        #expect(try !faults(in: document).isEmpty)
    }

    @Test func saysWhereADocumentIsNotWellFormed() throws {
        let found = try faults(in: "<family>\n<event date='2019-02-01'>x</even></family>")
        #expect(found.first?.line == 2)
        #expect(found.first.map { $0.column > 1 } == true)
    }

    @Test(arguments: [
        "<!DOCTYPE family [<!ENTITY w 'x'>]><family><event date='2019-02-01'>&w;</event></family>",
        "<!DOCTYPE family [<!ENTITY w SYSTEM 'file:///etc/passwd'>]><family><event date='2019-02-01'>&w;</event></family>",
    ])
    func refusesADoctypeInADocument(_ document: String) throws {
        #expect(try !faults(in: document).isEmpty)
    }

    @Test func keepsTheContentOfADocumentOutOfTheErrorOutput() async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            let schema = try XMLSchema(
                parsing: Array(
                    "<s:schema xmlns:s='http://www.w3.org/2001/XMLSchema'><s:element name='a'/></s:schema>".utf8
                )
            )
            for document in ["<a>secret &x; <b></a>", "<secret/>", "secret", ""] {
                #expect(!schema.faults(in: Array(document.utf8)).isEmpty)
            }
        }
        #expect(result?.standardErrorContent == [])
    }

    @Test func keepsAFaultySchemaOutOfTheErrorOutput() async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            for schema in ["", "<a", "<a/>", "<s:schema xmlns:s='http://www.w3.org/2001/XMLSchema'><s:x/></s:schema>"] {
                #expect(throws: XMLFault.self) { _ = try XMLSchema(parsing: Array(schema.utf8)).faults(in: []) }
            }
        }
        #expect(result?.standardErrorContent == [])
    }

    @Test(arguments: [
        ("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n<xs:elemen name='a'/>\n</xs:schema>", 2),
        (
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n\n<xs:element name='a' type='xs:dat'/>\n</xs:schema>",
            3
        ),
        ("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n<xs:element name='a'>\n</xs:schema>", 3),
        ("", 0),
    ])
    func saysWhereASchemaIsFaulty(_ schema: String, _ line: Int) {
        let fault = #expect(throws: XMLFault.self) { _ = try XMLSchema(parsing: Array(schema.utf8)).faults(in: []) }
        #expect(fault?.line == line)
        #expect(fault?.message.isEmpty == false)
    }
}
