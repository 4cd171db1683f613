import DataFormats
import Foundation
import Testing

/// Files made to do harm, or damaged; `Tests/Fixtures/hostile/README.md` says what each of them is.
struct HostileWorkbookTests {
    private func outcome(_ name: String) throws -> String {
        do {
            let workbook = try Workbook(ZipArchive(WorkbookFixture.bytes("Tests/Fixtures/hostile/\(name)")))
            let cells = workbook.sheets.flatMap(\.rows).map(\.cells.count).reduce(0, +)
            let findings = workbook.findings + workbook.sheets.flatMap(\.findings)
            return "\(cells) cells" + findings.map { " " + $0.line }.joined()
        } catch let fault as ArchiveFault {
            return "archive: \(fault.kind)"
        } catch let fault as WorkbookFault {
            return "workbook: \(fault.message)"
        }
    }

    @Test(arguments: [
        ("absolute-names.xlsx", "archive: unsafeName"),
        (
            "bad-numbers.xlsx",
            "11 cells ? valueUnreadable A20 ? valueUnreadable A21 ? valueUnreadable A23 ? valueUnreadable A24 ? valueUnreadable A26"
        ),
        ("bad-references.xlsx", "5 cells ? badReference A2 ? badReference B2"),
        ("bad-rows.xlsx", "7 cells ? badReference A4 ? badReference A4 ? badReference A5 ? badReference A5"),
        ("binary-workbook.xlsb", "workbook: the workbook is in the binary format; save it as .xlsx"),
        ("bomb-300mb.xlsx", "0 cells ? unreadable: sheet: growsTooMuch"),
        ("bomb-ratio-small.xlsx", "5 cells"),
        ("bomb-ratio.xlsx", "40000 cells"),
        ("bomb-size-lie.xlsx", "0 cells ? unreadable: sheet: growsTooMuch"),
        ("comment-with-end-record.xlsx", "5 cells"),
        ("count-too-large.xlsx", "archive: tooManyEntries"),
        ("csv-named.xlsx", "archive: notAnArchive"),
        ("damaged-data.xlsx", "0 cells ? unreadable: sheet: badData"),
        ("directory-beyond-end.xlsx", "archive: damaged"),
        ("doctype-bare.xlsx", "0 cells ? broken: sheet, line 1"),
        ("doctype-billion-laughs.xlsx", "0 cells ? broken: sheet, line 1"),
        ("doctype-external-entity.xlsx", "0 cells ? broken: sheet, line 1"),
        ("doctype-external-subset.xlsx", "0 cells ? broken: sheet, line 1"),
        ("doctype-parameter-entity.xlsx", "0 cells ? broken: sheet, line 1"),
        ("doctype-quadratic.xlsx", "0 cells ? broken: sheet, line 1"),
        ("dot-dot-names.xlsx", "archive: unsafeName"),
        ("duplicate-names-case.xlsx", "archive: duplicateName"),
        ("duplicate-names.xlsx", "archive: duplicateName"),
        ("empty-archive.xlsx", "workbook: the file holds no workbook"),
        ("empty.xlsx", "archive: notAnArchive"),
        ("encrypted-aes.xlsx", "archive: encrypted"),
        ("encrypted-zipcrypto.xlsx", "archive: encrypted"),
        ("extra-field-too-long.xlsx", "archive: damaged"),
        ("far-cells.xlsx", "582 cells"),
        ("html-named.xls", "archive: notAnArchive"),
        ("huge-dimension.xlsx", "5 cells"),
        ("many-entries.xlsx", "archive: tooManyEntries"),
        ("merge-everything.xlsx", "5 cells"),
        ("method-bzip2.xlsx", "workbook: entry 'xl/workbook.xml' is compressed in a way that is not read"),
        ("method-lzma.xlsx", "workbook: entry 'xl/workbook.xml' is compressed in a way that is not read"),
        ("names-differ.xlsx", "archive: damaged"),
        ("no-content-types.xlsx", "5 cells"),
        (
            "no-shared-strings.xlsx",
            "0 cells ? missing: sharedStrings ? sharedStringOutOfRange A1 ? sharedStringOutOfRange B1 ? sharedStringOutOfRange A2 ? sharedStringOutOfRange B2 ? sharedStringOutOfRange A3"
        ),
        ("no-sheet.xlsx", "0 cells ? missing: sheet"),
        ("no-styles.xlsx", "5 cells ? missing: styles"),
        ("no-workbook.xlsx", "workbook: the file holds no workbook"),
        ("nul-in-name.xlsx", "archive: unsafeName"),
        ("old-named.xlsx", "archive: compoundFile"),
        ("old.xls", "archive: compoundFile"),
        ("open.ods", "workbook: the file is an OpenDocument file; save it as .xlsx"),
        ("overlap-quoted.xlsx", "archive: overlapping"),
        ("overlap-same-offset.xlsx", "archive: damaged"),
        ("password.ods", "workbook: the file is an OpenDocument file; save it as .xlsx"),
        ("password.xlsx", "archive: compoundFile"),
        ("plain-archive.zip", "workbook: the file holds no workbook"),
        ("pptx-like.pptx", "workbook: the file holds no workbook"),
        ("prefixed-bytes.xlsx", "archive: notAnArchive"),
        ("relationship-external.xlsx", "0 cells ? missing: sheet"),
        ("relationship-outside.xlsx", "0 cells ? missing: sheet"),
        ("repeated-cells.xlsx", "5 cells ? cellRepeated A2 ? cellRepeated A2 ? outOfOrder"),
        ("seven-zip.xlsx", "archive: notAnArchive"),
        ("shared-string-negative.xlsx", "4 cells ? sharedStringOutOfRange B2"),
        ("shared-string-no-number.xlsx", "4 cells ? sharedStringOutOfRange B2"),
        ("shared-string-out-of-range.xlsx", "4 cells ? sharedStringOutOfRange B2"),
        ("shared-string-overflow.xlsx", "4 cells ? sharedStringOutOfRange B2"),
        ("trailing-bytes.xlsx", "archive: cut"),
        ("truncated-4.xlsx", "archive: cut"),
        ("truncated-before-directory.xlsx", "archive: cut"),
        ("truncated-data.xlsx", "archive: cut"),
        ("truncated-directory.xlsx", "archive: cut"),
        ("truncated-end.xlsx", "archive: cut"),
        ("truncated-last-byte.xlsx", "archive: cut"),
        ("truncated-local-header.xlsx", "archive: cut"),
        ("truncated-no-end.xlsx", "archive: cut"),
        ("unordered-cells.xlsx", "8 cells ? outOfOrder A9 ? outOfOrder"),
        ("wide-rows.xlsx", "4005 cells"),
        ("wrong-checksum.xlsx", "0 cells ? unreadable: sheet: wrongChecksum"),
        ("wrong-count.xlsx", "archive: damaged"),
        ("wrong-directory-offset.xlsx", "archive: damaged"),
        ("wrong-local-offsets.xlsx", "archive: damaged"),
        ("xml-bad-utf8.xlsx", "0 cells ? broken: sheet, line 2"),
        ("xml-control.xlsx", "0 cells ? broken: sheet, line 2"),
        ("xml-cut.xlsx", "0 cells ? broken: sheet, line 2"),
        ("xml-deep.xlsx", "0 cells ? broken: sheet, line 2"),
        ("zip64-end-record.xlsx", "5 cells"),
        ("zip64-field-missing.xlsx", "archive: damaged"),
        ("zip64-huge-size.xlsx", "archive: damaged"),
        ("zip64-locator-wrong.xlsx", "archive: damaged"),
    ])
    func saysWhatAFileIs(_ name: String, _ expected: String) throws {
        #expect(try outcome(name) == expected)
    }
}
