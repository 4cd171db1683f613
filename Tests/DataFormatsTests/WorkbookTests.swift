import DataFormats
import Foundation
import Testing

struct WorkbookTests {
    @Test(arguments: WorkbookFixture.all)
    func readsEveryCellOfAFixture(_ fixture: WorkbookFixture) throws {
        let found = try fixture.workbook().lines
        let expected = try fixture.expectation()
        #expect(found.filter { !expected.contains($0) } == [])
        #expect(expected.filter { !found.contains($0) } == [])
    }
}
