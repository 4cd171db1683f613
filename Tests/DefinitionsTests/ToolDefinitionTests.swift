import CareTools
import Definitions
import Diagnostics
import Testing

/// The tools that are shipped.
@Suite struct ToolDefinitionTests {
    @Test func noShippedToolHasAFault() throws {
        do throws(DefinitionFaults) {
            let tools = try DefinitionSource().tools()
            #expect(!tools.isEmpty)
        } catch {
            for fault in error.diagnostics {
                Issue.record("\(fault.place?.description ?? ""): \(fault.summary)")
            }
        }
    }
}
