import CareTools
import DataFormats
import Definitions
import Exports
import Foundation
import Testing

/// The form of a tool as a file: what it may do, what stands in it, and that nothing of a definition is more than text.
@Suite struct ToolFormTests {
    private static func form(_ tool: Tool, style: String = "p{margin:0}", script: String = "void 0;") -> String {
        String(decoding: ToolForm(tool, style: style, script: script).bytes, as: UTF8.self)
    }

    /// A tool with one question; the parts that a test is about are put in by it.
    private static func tool(_ item: Item, title: String = "A tool") -> Tool {
        var tool = Tool(
            id: "a-tool",
            version: "1.0",
            title: title,
            subject: .child,
            sections: [Section(id: "first", title: "First", items: [item])]
        )
        tool.scales = [
            Scale(
                id: "grade",
                polarity: .higherIsWorse,
                options: [
                    .init(code: "good", label: "Good", value: 1),
                    .init(code: "poor", label: "Poor", value: ExactNumber("2.5")),
                    .init(code: "nk", label: "Not known", value: nil, kind: .notKnown),
                ]
            )
        ]
        return tool
    }

    private static let question = Item(id: ItemID("q"), text: "How is it?", kind: .choice, scale: "grade")

    @Test func thePolicyComesFirstAndAllowsItsOwnStyleAndScriptAlone() throws {
        let html = Self.form(Self.tool(Self.question), script: "\r\nvoid 1;\r\n")
        let head = try #require(html.split(separator: "<head>").last)
        #expect(head.hasPrefix("<meta charset=\"utf-8\"/><meta http-equiv=\"Content-Security-Policy\""))
        for (element, source) in [("style", "style-src"), ("script", "script-src")] {
            let content = try #require(
                html.components(separatedBy: "<\(element)>").last?.components(separatedBy: "</\(element)>").first
            )
            let digest = SHA256(of: Array(content.utf8)).base64
            #expect(html.contains("\(source) &#39;sha256-\(digest)&#39;"), "\(element)")
            #expect(!content.contains("\r"))
        }
        #expect(html.contains("default-src &#39;none&#39;"))
        #expect(html.contains("<meta name=\"generator\" content=\"child-impact\"/>"))
    }

    @Test func textOfADefinitionIsTextWhereverItStands() {
        let markup = "</script><script>alert(1)</script>\"'"
        var item = Self.question
        item.text = markup
        item.guidance = [markup]
        item.prompts = [.init(text: markup)]
        item.anchors = [.init(code: "good", text: markup)]
        let html = Self.form(Self.tool(item, title: markup))
        #expect(!html.contains("<script>alert"))
        #expect(html.components(separatedBy: "<script").count == 3)
        #expect(html.contains(#"\u003c/script\u003e\u003cscript\u003ealert(1)"#))
    }

    @Test func theScriptHoldsNothingThatEndsItsElementOrLeavesThePage() throws {
        let script = try DefinitionSource().formScript()
        for word in [
            "</script", "<!--", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",
            "fetch(",
            "XMLHttpRequest", "sendBeacon", "WebSocket", "location", "window.open", "import(", "http:", "https:",
            "localStorage",
            "sessionStorage", "indexedDB", "cookie",
        ] {
            #expect(!script.contains(word), "\(word)")
        }
    }

    @Test func everyShippedFormHasUniqueIdentifiersAndNoStyleOrHandlerInAttributes() throws {
        let source = DefinitionSource()
        for tool in try source.tools() {
            let html = Self.form(tool, style: try source.formStyle(), script: "void 0;")
            let body = try #require(html.components(separatedBy: "<body>").last)
            let ids = body.matches(of: /[ ]id="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(tool.id)")
            #expect(body.matches(of: /<[^>]*[ ](style|on[a-z]+)=/).isEmpty, "\(tool.id)")
            for item in tool.items { #expect(body.contains("data-item=\"\(item.id.text)\""), "\(item.id.text)") }
        }
    }

    @Test func conditionsStandOnPaperInWordsWithTheNumbersOfTheQuestions() {
        var second = Item(id: ItemID("why"), text: "Why?", kind: .text)
        second.condition = .any([
            .isAnswered(ItemID("q"), code: "poor"), .not(.answered(ItemID("q"))), .atLeast(.item(ItemID("q")), 2),
        ])
        second.ages = AgeBand(from: nil, to: 11)
        var tool = Self.tool(Self.question)
        tool.sections[0].items.append(second)
        let html = Self.form(tool)
        #expect(html.contains("Only if question 1 is “Poor” or question 1 is not answered or question 1 is “Poor”."))
        #expect(html.contains("For this age: under 1 year."))
    }

    @Test func numbersReachTheScriptAsTheyAreWritten() {
        let html = Self.form(Self.tool(Self.question))
        #expect(html.contains(#"{"code":"poor","label":"Poor","value":"2.5","kind":"answer","evidence":false,"#))
    }
}
